package io.syncline.streams.survivorship.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.schemas.Entity;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.survivorship.SurvivorshipBook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurvivorshipFileTest {

  private static final List<String> SOURCES = List.of("acme", "umbrella");

  @Test
  void shouldReadRulesPerFieldAndForAllOthers() {
    // When
    var rules =
        RuleFixture.customers(
            SOURCES,
            "default: [most-frequent, most-recent]",
            "phone: {source-priority: [umbrella, acme]}",
            "name: [{cel: \"source == 'acme'\"}, longest]",
            "city: {with: street}",
            "attributes.vat: non-empty-first");

    // Then
    assertThat(rules.of("email").words()).containsExactly("most-frequent", "most-recent");
    assertThat(rules.of("phone").words()).containsExactly("source-priority");
    assertThat(rules.of("name").words()).containsExactly("cel", "longest");
    assertThat(rules.of("city").words())
        .containsExactly("with street", "most-frequent", "most-recent");
    assertThat(rules.of("attributes.vat").words()).containsExactly("non-empty-first");
    assertThat(rules.of("attributes.other").words())
        .containsExactly("most-frequent", "most-recent");
  }

  @Test
  void shouldLetACurrencyComeWithItsPriceUnlessTheFileSaysOtherwise() {
    // When
    var silent = RuleFixture.read("product: {default: longest}", SOURCES).of(Entity.PRODUCT);
    var said = RuleFixture.read("product: {currency: longest}", SOURCES).of(Entity.PRODUCT);

    // Then
    assertThat(silent.of("currency").words()).startsWith("with unit_price");
    assertThat(said.of("currency").words()).containsExactly("longest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          default: most-recnt                  | 2:12: 'most-recnt' is no strategy: did you mean 'most-recent'?
          phnoe: longest                       | 2:3: 'phnoe' is no field of a customer, nor attributes.<name>: did you mean 'phone'?
          phone: {source-priority: [acne]}     | 2:29: no source is called 'acne': did you mean 'acme'?
          phone: []                            | 2:3: 'phone' is empty: name a strategy
          phone: [{cel: "valeu == 'x'"}]       | 2:17: undeclared reference to 'valeu': did you mean 'value'?
          phone: [{cel: "source"}]             | 2:17: 'source' cannot prefer anything: it must be true or false, or a number
          phone: [{cel: "value == 'x'", longest: 1}] | 2:12: a step is one strategy
          city: {with: stret}                  | 2:3: 'city' cannot come with 'stret': name another field of a customer: did you mean 'street'?
          city: {with: city}                   | 2:3: 'city' cannot come with 'city'
          default: {with: street}              | 2:13: 'with' stands first, and not in 'default'
          phone: [longest, {with: email}]      | 2:21: 'with' stands first, and not in 'default'
          """)
  void shouldShowWhereAFaultStands(String line, String fault) {
    assertThatThrownBy(() -> RuleFixture.customers(SOURCES, line))
        .hasMessageContaining(".yaml:" + fault)
        .hasMessageContaining("^");
  }

  @Test
  void shouldRefuseAFieldThatComesWithOneThatComesWithAnother() {
    assertThatThrownBy(
            () -> RuleFixture.customers(SOURCES, "city: {with: street}", "region: {with: city}"))
        .hasMessageContaining("'city' comes with 'street' itself: name that one");
  }

  @Test
  void shouldTellAllFaultsAtOnce() {
    assertThatThrownBy(() -> RuleFixture.customers(SOURCES, "phone: long", "emial: longest"))
        .hasMessageContaining("'long' is no strategy")
        .hasMessageContaining("'emial' is no field");
  }

  @Test
  void shouldSayWithTheProvidedFileWhatHoldsWithoutOne() {
    // When
    var book =
        SurvivorshipFile.read(
            Path.of("..", "connect-config", "survivorship.yaml"),
            List.of(),
            MappedAttributes.unknown());

    // Then
    for (var entity : List.of(Entity.CUSTOMER, Entity.PRODUCT)) {
      assertThat(book.of(entity)).isEqualTo(SurvivorshipBook.standard().of(entity));
    }
  }
}
