package io.syncline.streams.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source that fills an attribute of its customers, and files of rules that name attributes. */
class AttributeCheckTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path folder;
  private Path acme;

  @BeforeEach
  void haveASource() throws IOException {
    acme = Files.createDirectories(folder.resolve("acme"));
    Files.writeString(
        acme.resolve("mapping.yaml"),
        """
        source: acme
        tables:
          people: {full_name: text, vat: text}
        customer:
          from: people
          fields: {name: full_name}
          attributes: {tax_id: vat}
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "match.yaml | customer: {normalise: {tax: attributes.tax_idd}, rules: {tax: {all: [exact: tax]}}} | 1:29",
        "survivorship.yaml | customer: {attributes.tax_idd: longest} | 1:12",
        "survivorship.yaml | customer: {city: {with: attributes.tax_idd}} | 1:25"
      })
  void shouldHoldAttributesAgainstThoseThatMappingsFill(String name, String text, String place)
      throws IOException {
    // Given
    var slip = Files.writeString(folder.resolve("slip." + name), text);
    var filled =
        Files.writeString(folder.resolve("filled." + name), text.replace("tax_idd", "tax_id"));
    var toCome =
        Files.writeString(folder.resolve("to-come." + name), text.replace("tax_idd", "loyalty"));

    // When
    var exitCodes = List.of(check(acme, filled), check(acme, toCome), check(acme, slip));

    // Then
    assertThat(exitCodes).as(printed()).containsExactly(0, 0, 2);
    assertThat(printed().split("filled." + name + " +is sound", 2)[0]).doesNotContain("warning");
    assertThat(printed())
        .containsPattern(
            "warning: .*to-come.%s:%s: no mapping of a customer fills 'attributes.loyalty': map it, or leave it out; there is attributes.tax_id\\R.*\\R *\\^"
                .formatted(name, place))
        .containsPattern(
            "slip.%s:%s: no mapping of a customer fills 'attributes.tax_idd': did you mean 'attributes.tax_id'\\?\\R.*\\R *\\^"
                .formatted(name, place));
  }

  @Test
  void shouldNotTakeASecondLineForASlipOfTheFirst() throws IOException {
    // Given
    var second =
        Files.writeString(
            folder.resolve("survivorship.yaml"), "customer: {attributes.tax_id2: longest}");

    // When
    var exitCode = check(acme, second);

    // Then
    assertThat(exitCode).as(printed()).isZero();
    assertThat(printed()).contains("no mapping of a customer fills 'attributes.tax_id2'");
  }

  @Test
  void shouldNotHoldAProductsAttributesAgainstACustomers() throws IOException {
    // Given
    var rules =
        Files.writeString(
            folder.resolve("survivorship.yaml"), "product: {attributes.tax_id: longest}");

    // When
    var exitCode = check(acme, rules);

    // Then
    assertThat(printed())
        .contains("no mapping of a product fills 'attributes.tax_id', nor any attribute");
    assertThat(exitCode).isZero();
  }

  private int check(Path... paths) {
    return new DeclarationCheck(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run(List.of(paths));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
