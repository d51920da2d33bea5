package io.syncline.streams.canonical.order;

import static io.syncline.streams.CanonicalFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Order;
import io.syncline.schemas.TrustedRecords;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The order's one line comes to 142.80. */
class TotalRuleTest {

  @BeforeAll
  static void trust() {
    TrustedRecords.register();
  }

  @Test
  void shouldWarnWhenTheTotalDiffers() {
    assertThat(TotalRule.warning(withTotal("150.0000"), true)).isPresent();
    assertThat(TotalRule.warning(withTotal("142.8000"), true)).isEmpty();
  }

  @Test
  void shouldTolerateACentForEachLine() {
    assertThat(TotalRule.warning(withTotal("142.8100"), true)).isEmpty();
    assertThat(TotalRule.warning(withTotal("142.7899"), true)).isPresent();
  }

  @Test
  void shouldSayNothingOfATotalThatIsTheSum() {
    assertThat(TotalRule.warning(withTotal("150.0000"), false)).isEmpty();
  }

  @Test
  void shouldSayNothingOfAnOrderWithoutLines() {
    // Given
    var order = withTotal("150.0000");
    order.setLines(List.of());

    // Then
    assertThat(TotalRule.warning(order, true)).isEmpty();
  }

  @Test
  void shouldSayNothingOfLinesInAnotherCurrency() {
    // Given
    var order = withTotal("150.0000");
    order.getLines().get(0).setCurrency("USD");

    // Then
    assertThat(TotalRule.warning(order, true)).isEmpty();
  }

  private static Order withTotal(String total) {
    var order = anOrder("o-1");
    order.setTotal(new BigDecimal(total));
    order.getLines().get(0).setCurrency("EUR");
    return order;
  }
}
