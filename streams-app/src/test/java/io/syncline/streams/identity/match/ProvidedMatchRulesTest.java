package io.syncline.streams.identity.match;

import static io.syncline.streams.identity.match.MatchRulesFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.ProductFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvidedMatchRulesTest {

  private final MatchRules rules = MatchRules.provided();

  @Test
  void shouldKnowCustomersByTheirEmailElseByTheirTelephone() {
    // Given
    var both = CustomerFields.newBuilder().setEmail("Ada@Example.org").setPhone("+44201234567");
    var phone = CustomerFields.newBuilder().setPhone("+44201234567");
    var national = CustomerFields.newBuilder().setPhone("0201234567");

    // Then
    assertThat(keys(both.build())).containsExactly(key("contact", "contact=ada@example.org"));
    assertThat(keys(phone.build())).containsExactly(key("contact", "contact=+44201234567"));
    assertThat(keys(national.build())).isEmpty();
  }

  @Test
  void shouldKnowProductsByTheirStockKeepingUnit() {
    // Given
    var product = record(ProductFields.newBuilder().setSku("Ab-1").build());
    product.setSource(Entity.PRODUCT.of("north", "1"));

    // When
    var keys = rules.keys(rules.features(product));

    // Then
    assertThat(keys).containsExactly(key("sku", "sku=ab-1"));
  }

  private List<MatchKey> keys(CustomerFields customer) {
    return rules.keys(rules.features(record(customer)));
  }

  private static MatchKey key(String rule, String text) {
    return new MatchKey(rule, text);
  }
}
