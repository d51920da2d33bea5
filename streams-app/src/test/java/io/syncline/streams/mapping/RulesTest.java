package io.syncline.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.OrderFields;
import io.syncline.schemas.ProductFields;
import io.syncline.schemas.Violation;
import io.syncline.streams.rule.Rule;
import io.syncline.streams.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

  private static final String HEAD =
      """
      source: acme
      tables:
        people: {full_name: text, mail: text, post: text, tier: text, price: decimal, at: timestamp}
      customer:
        from: people
        fields: {name: full_name, email: mail, postal_code: post, country: tier}
        attributes: {tier: tier}
        rules:
      """;

  private static final String OTHERS =
      """
      product:
        from: people
        fields: {name: full_name, unit_price: price}
        rules:
          price: {field: unit_price, min: 0.01, max: 999.99}
          exact: {check: "unit_price == null || round(unit_price, 2) == unit_price", message: is not exact}
      order:
        from: people
        fields: {customer: full_name, ordered_at: at}
        rules:
          founded: {field: ordered_at, min: 2020-01-01}
      """;

  @TempDir private Path folder;

  @Test
  void shouldRequireAField() {
    // Given
    var rule = "there: {field: email, required: true, severity: warn}";

    // Then
    assertThat(broken(rule, customer().build()))
        .containsExactly(
            new Violation(
                "there", "email", "is empty: fill it in the source, or map another column"));
    assertThat(broken(rule, customer().setEmail("a@b.c").build())).isEmpty();
    assertThat(rules(rule).get(0).severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void shouldRequireAnAttribute() {
    // Given
    var rule = "tier: {field: attributes.tier, required: true}";

    // Then
    assertThat(broken(rule, customer().build())).hasSize(1);
    assertThat(broken(rule, customer().setAttributes(Map.of("tier", "gold")).build())).isEmpty();
    assertThat(rules(rule).get(0).severity()).isEqualTo(Severity.REJECT);
  }

  @Test
  void shouldHoldTextAgainstARegularExpressionAsAWhole() {
    // Given
    var rule = "code: {field: postal_code, format: '/[0-9]{5}/', message: has not five digits}";

    // Then
    assertThat(broken(rule, customer().setPostalCode("123456").build()))
        .containsExactly(new Violation("code", "postal_code", "has not five digits"));
    assertThat(broken(rule, customer().setPostalCode("12345").build())).isEmpty();
    assertThat(broken(rule, customer().build())).isEmpty();
  }

  @Test
  void shouldNotStallOnARegularExpressionThatBacktracks() {
    // Given
    var rule = "slow: {field: postal_code, format: '/(a+)+b/'}";

    // When
    var violations = broken(rule, customer().setPostalCode("a".repeat(50_000)).build());

    // Then
    assertThat(violations).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "email, ada@example.org, ada",
    "phone, +442071234567, 020 7123",
    "country, GB, Britain",
    "currency, EUR, euro"
  })
  void shouldKnowTheUsualFormats(String format, String good, String bad) {
    // Given
    var rule = "form: {field: country, format: %s}".formatted(format);

    // Then
    assertThat(broken(rule, customer().setCountry(good).build())).isEmpty();
    assertThat(broken(rule, customer().setCountry(bad).build()))
        .singleElement()
        .satisfies(violation -> assertThat(violation.getMessage()).doesNotContain(bad));
  }

  @ParameterizedTest
  @CsvSource({"0.0100, true", "999.9900, true", "0.0099, false", "999.9901, false"})
  void shouldKeepANumberWithinItsRange(BigDecimal price, boolean right) {
    // Given
    var product = ProductFields.newBuilder().setUnitPrice(price).build();

    // When
    var complaint = rules(Entity.PRODUCT, "").get(0).complaint(product);

    // Then
    assertThat(complaint.isEmpty()).isEqualTo(right);
    complaint.ifPresent(
        text ->
            assertThat(text).isEqualTo("is not between 0.01 and 999.99: correct it in the source"));
  }

  @Test
  void shouldKeepATimeWithinItsRange() {
    // Given
    var rule = rules(Entity.ORDER, "").get(0);

    // Then
    assertThat(rule.complaint(order("2019-12-31T23:59:59.999Z"))).isPresent();
    assertThat(rule.complaint(order("2020-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void shouldCheckFieldsAgainstOneAnother() {
    // Given
    var rule =
        "vat: {check: \"country != 'AT' || attributes.tier == 'gold'\", message: asks for gold}";

    // Then
    assertThat(broken(rule, customer().setCountry("AT").build()))
        .containsExactly(new Violation("vat", null, "asks for gold"));
    assertThat(
            broken(rule, customer().setCountry("AT").setAttributes(Map.of("tier", "gold")).build()))
        .isEmpty();
    assertThat(broken(rule, customer().build())).isEmpty();
  }

  @Test
  void shouldReckonExactlyInChecks() {
    // Given
    var rule = rules(Entity.PRODUCT, "").get(1);
    var price = ProductFields.newBuilder();

    // Then
    assertThat(rule.complaint(price.setUnitPrice(null).build())).isEmpty();
    assertThat(rule.complaint(price.setUnitPrice(new BigDecimal("0.1001")).build())).isPresent();
  }

  @Test
  void shouldTakeACheckThatCannotBeAskedForBroken() {
    // Given
    var rule = "long: {check: size(email) > 3, field: email, message: is too short}";

    // When
    var violations = broken(rule, customer().build());

    // Then
    assertThat(violations)
        .singleElement()
        .satisfies(v -> assertThat(v.getMessage()).contains("cannot be judged", "guard it"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x: {field: emial, required: true} | 9:16: there is no canonical field 'emial': did you mean 'email'?",
        "x: {field: email, requird: true} | 9:23: unknown key 'requird' in 'x': did you mean 'required'?",
        "x: {field: email, required: true, severity: warnn} | 9:49: 'warnn' is no severity: did you mean 'warn'?",
        "x: {field: email, format: e-mail} | 9:31: 'e-mail' is no format: did you mean 'email'?",
        "x: {field: email, format: '/[/'} | 9:31: '[' is no regular expression: missing closing ]",
        "x: {field: email, min: 1} | 9:16: 'email' is a text, which has no range",
        "x: {field: email} | 9:5: rule 'x' must have one of",
        "x: {field: email, required: true, format: email} | 9:5: rule 'x' must have one of 'required', 'format', 'min' or 'max', 'check', 'unique', 'reference', and has format and required",
        "x: {field: email, required: yes} | 9:33: 'yes' is not 'true'",
        "x: {field: phone, required: true} | 9:16: nothing is mapped to 'phone', so every record would break the rule",
        "x: {field: phone, format: phone} | 9:16: nothing is mapped to 'phone', so no record could ever break the rule",
        "x: {field: given_name, format: '/A/'} | 9:16: nothing is mapped to 'given_name', so no record could ever break the rule",
        "x: {field: city, unique: true} | 9:16: nothing is mapped to 'city', so no record could ever break the rule; map it, name another field, or leave the rule out",
        "x: {field: attributes.teir, unique: true} | 9:16: there is no canonical field 'attributes.teir': did you mean 'attributes.tier'?",
        "x: {check: emial == null, message: m} | 9:16: undeclared reference to 'emial' in table 'canonical fields': did you mean 'email'?",
        "x: {check: size(email), message: m} | 9:16: 'size(email)' is neither true nor false",
        "x: {check: email == null} | 9:5: 'x' lacks the key 'message'",
        "x y: {field: email, required: true} | 9:5: 'x y' cannot name a rule",
      })
  void shouldRefuseAFaultWithItsPlaceAndTheRemedy(String rule, String message) {
    assertThatThrownBy(() -> rules(rule)).hasMessageContaining("mapping.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "min: 0.01, max: 999.99 | min: 10, max: 9.99 | 12:46: 'max' is 9.99 and 'min' is 10, so every record would break the rule: exchange them",
        "min: 2020-01-01 | min: 2020-01-01, max: 2019-12-31 | 18:56: 'max' is 2019-12-31 and 'min' is 2020-01-01",
        "field: unit_price | field: currency | 12:20: nothing is mapped to 'currency'",
        ", unit_price: price | ~ | 12:20: nothing is mapped to 'unit_price', so no record could ever break the rule",
      },
      nullValues = "~")
  void shouldRefuseARangeThatSaysNothing(String right, @Nullable String wrong, String message) {
    // Given
    var others = OTHERS.replace(right, Objects.requireNonNullElse(wrong, ""));

    // Then
    assertThatThrownBy(() -> rules(Entity.PRODUCT, "", others))
        .hasMessageContaining("mapping.yaml:" + message)
        .hasMessageEndingWith("^");
  }

  @Test
  void shouldPointAtTheFaultWithinAnExpression() {
    assertThatThrownBy(() -> rules("x: {check: name == emial, message: m}"))
        .hasMessageContaining("    name == emial\n            ^");
  }

  private List<Violation> broken(String rule, SpecificRecord fields) {
    return rules(rule).stream().flatMap(one -> one.check(fields).stream()).toList();
  }

  private List<Rule> rules(String rule) {
    return rules(Entity.CUSTOMER, rule);
  }

  private List<Rule> rules(Entity entity, String rule) {
    return rules(entity, rule, OTHERS);
  }

  private List<Rule> rules(Entity entity, String rule, String others) {
    try {
      var text = HEAD + (rule.isEmpty() ? "" : "    " + rule + "\n") + others;
      if (rule.isEmpty()) {
        text = text.replaceFirst(" {2}rules:\n", "");
      }
      var file = Files.writeString(folder.resolve("mapping.yaml"), text);
      return Mappings.load(List.of(file)).rules().of(entity.of("acme", "1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CustomerFields.Builder customer() {
    return CustomerFields.newBuilder();
  }

  private static OrderFields order(String at) {
    return OrderFields.newBuilder().setOrderedAt(Instant.parse(at)).build();
  }
}
