package io.syncline.local.crm;

import io.syncline.local.crm.Catalogue.Product;
import io.syncline.local.crm.Population.Customer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Repeatable supply of one CRM's orders. */
final class Purchases {

  /** Fixed, so that the same seed makes the same rows on every day. */
  static final Instant LATEST = Instant.parse("2025-06-30T18:00:00Z");

  private static final Duration SPAN = Duration.ofDays(700);
  private static final List<String> PERCENTS = List.of("0", "0", "0", "5", "7.5", "10", "12.25");

  private final List<Customer> customers;
  private final List<Product> products;
  private final int sold;
  private final boolean fractions;
  private final Random random;

  /**
   * @param fractions whether the CRM sells by weight, too
   */
  Purchases(List<Customer> customers, List<Product> products, boolean fractions, long seed) {
    this.customers = customers;
    this.products = products;
    this.sold = Catalogue.sold(products);
    this.fractions = fractions;
    this.random = new Random(seed);
  }

  /** Makes an order of anybody; who has left has taken the orders along. */
  Purchase next() {
    int customer = 1 + random.nextInt(customers.size());
    boolean deleted = customers.get(customer - 1).left() || random.nextInt(100) == 0;
    Instant orderedAt = instant();
    Instant changedAt = orderedAt.plusSeconds(random.nextInt(86_400));
    int lines = 1 + random.nextInt(4);
    return new Purchase(
        customer,
        orderedAt,
        changedAt,
        deleted,
        IntStream.range(0, lines).mapToObj(this::line).toList());
  }

  Instant instant() {
    long micros = (long) (random.nextDouble() * SPAN.toMillis() * 1000);
    return LATEST.minusSeconds(86_400).minusNanos(micros * 1000);
  }

  private Purchase.Line line(int position) {
    int product = 1 + random.nextInt(sold);
    // The first line stays: an order without lines is no order.
    boolean deleted = position > 0 && random.nextInt(60) == 0;
    return new Purchase.Line(
        product, quantity(), products.get(product - 1).price(), percentOff(), deleted);
  }

  private BigDecimal quantity() {
    return fractions && random.nextInt(4) == 0
        ? BigDecimal.valueOf(125 + random.nextInt(9_000), 3)
        : BigDecimal.valueOf(1 + random.nextInt(12));
  }

  private BigDecimal percentOff() {
    return new BigDecimal(PERCENTS.get(random.nextInt(PERCENTS.size())));
  }
}
