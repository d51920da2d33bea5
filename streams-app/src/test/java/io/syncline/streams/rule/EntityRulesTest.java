package io.syncline.streams.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.OrderFields;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.ProductFields;
import io.syncline.schemas.Violation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"ada@example.org", "o'neil+crm@mail.example.co.uk", "jörg@müller.example"})
  void shouldAcceptAddressesThatMailCouldBeSentTo(String email) {
    assertThat(EntityRules.check(customer(email))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "ada@", "@example.org", "a b@example.org", "ada@example", "a@b@c.d"})
  void shouldRefuseWhatIsNoAddressWithoutShowingIt(String email) {
    assertThat(EntityRules.check(customer(email)))
        .singleElement()
        .satisfies(violation -> assertThat(violation.getRule()).isEqualTo("email"))
        .satisfies(violation -> assertThat(violation.getMessage()).doesNotContain(email));
  }

  @Test
  void shouldNameEveryBrokenRule() {
    // Given
    var line =
        OrderLineFields.newBuilder()
            .setDiscount(new BigDecimal("15.000000"))
            .setCurrency("EURO")
            .build();

    // When
    var violations = EntityRules.check(line);

    // Then
    assertThat(violations)
        .extracting(Violation::getRule)
        .containsExactly("required", "required", "required", "currency", "fraction");
  }

  @Test
  void shouldRefuseAnAddressOfAbsurdLength() {
    assertThat(EntityRules.check(customer("a@b" + ".b".repeat(5000)))).hasSize(1);
  }

  @Test
  void shouldRefuseAnAmountThatNoFieldCouldHold() {
    // Given
    var line =
        OrderLineFields.newBuilder()
            .setOrder("10")
            .setQuantity(new BigDecimal("100000000.0000"))
            .setUnitPrice(new BigDecimal("100000000.0000"))
            .build();

    // Then
    assertThat(EntityRules.check(line))
        .extracting(Violation::getRule)
        .containsExactly("amount-range");
  }

  @Test
  void shouldRequireACustomerOfAnOrder() {
    assertThat(EntityRules.check(OrderFields.newBuilder().build()))
        .extracting(violation -> violation.getField().orElseThrow())
        .containsExactly("customer");
  }

  @Test
  void shouldRequireANameOfAProductAndRefuseNegativePrices() {
    assertThat(
            EntityRules.check(
                ProductFields.newBuilder().setUnitPrice(new BigDecimal("-0.0100")).build()))
        .extracting(Violation::getRule)
        .containsExactly("required", "not-negative");
  }

  private static CustomerFields customer(String email) {
    return CustomerFields.newBuilder().setName("Ada").setEmail(email).build();
  }
}
