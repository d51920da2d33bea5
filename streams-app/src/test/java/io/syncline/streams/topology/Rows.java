package io.syncline.streams.topology;

import java.time.Instant;
import java.util.Map;

/** Rows of the demo's two CRMs, with sensible columns. */
final class Rows {

  private Rows() {}

  static Map<String, Object> ada() {
    return adaAt("ada@example.org");
  }

  static Map<String, Object> adaAt(String email) {
    return Map.of("first_name", "Ada", "last_name", "Lovelace", "email", email, "city", "London");
  }

  static Map<String, Object> tea() {
    return Map.of("sku", "T-1", "name", "Tea", "price", 9.8, "currency", "EUR");
  }

  static Map<String, Object> order(String customer) {
    return Map.of(
        "order_no",
        "N-10",
        "customer_id",
        Long.valueOf(customer),
        "ordered_at",
        Instant.parse("2026-01-01T10:00:00Z"),
        "currency",
        "EUR",
        "total",
        24.99);
  }

  static Map<String, Object> line(
      long order, long product, long quantity, double price, double discount) {
    return Map.of(
        "order_id",
        order,
        "product_id",
        product,
        "quantity",
        quantity,
        "unit_price",
        price,
        "discount",
        discount);
  }

  static Map<String, Object> item(long sale) {
    return Map.of(
        "sale_no",
        sale,
        "article_no",
        "A-1",
        "qty",
        2.0,
        "unit_price",
        5.0,
        "rebate_percent",
        10.0);
  }
}
