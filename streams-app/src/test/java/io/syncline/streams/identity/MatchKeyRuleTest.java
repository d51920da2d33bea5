package io.syncline.streams.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.ProductFields;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.TrustedRecords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MatchKeyRuleTest {

  @BeforeAll
  static void trustRecords() {
    TrustedRecords.register();
  }

  @Test
  void shouldTakeTheEmailBeforeThePhone() {
    assertThat(customer("ADA@example.org", "+14155552671"))
        .isEqualTo("customer/email/ada@example.org");
  }

  @Test
  void shouldTakeAnInternationalPhoneWithoutEmail() {
    assertThat(customer(null, "+14155552671")).isEqualTo("customer/phone/+14155552671");
  }

  @Test
  void shouldNotMatchByANumberThatMeansSomethingElseElsewhere() {
    assertThat(customer(null, "030 901820")).isEqualTo("north/customer/1");
  }

  @Test
  void shouldGatherLinesUnderTheirOrder() {
    assertThat(
            key(
                Entity.ORDER_LINE.of("north", "71"),
                OrderLineFields.newBuilder().setOrder("10").build()))
        .isEqualTo("north/order/10");
  }

  @Test
  void shouldMatchProductsBySku() {
    assertThat(
            key(
                Entity.PRODUCT.of("south", "A-1"),
                ProductFields.newBuilder().setSku(" t-1 ").build()))
        .isEqualTo("product/sku/T-1");
  }

  private static String customer(String email, String phone) {
    return key(
        Entity.CUSTOMER.of("north", "1"),
        CustomerFields.newBuilder().setEmail(email).setPhone(phone).build());
  }

  private static String key(SourceKey source, Object fields) {
    var record =
        MappedRecord.newBuilder()
            .setSource(source)
            .setVersion(1)
            .setCoordinates(new Coordinates("t", 0, 0L))
            .setFields(fields)
            .build();
    return MatchKeyRule.matchKey(record).orElseThrow();
  }
}
