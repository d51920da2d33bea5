package io.syncline.local.crm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * Order before any CRM has written it down.
 *
 * @param customer position of the customer in the CRM, from 1
 * @param changedAt when the order and its lines were last changed
 * @param deleted whether the order is marked as deleted; its lines are not
 */
record Purchase(
    int customer, Instant orderedAt, Instant changedAt, boolean deleted, List<Line> lines) {

  /**
   * Product bought.
   *
   * @param product position of the product in the CRM, from 1
   * @param percentOff discount in percent of the price
   * @param deleted whether the line is marked as deleted
   */
  record Line(
      int product, BigDecimal quantity, BigDecimal price, BigDecimal percentOff, boolean deleted) {

    /** Discount as a fraction. */
    BigDecimal discount() {
      return percentOff.movePointLeft(2);
    }

    BigDecimal amount() {
      return quantity
          .multiply(price)
          .multiply(BigDecimal.ONE.subtract(discount()))
          .setScale(2, RoundingMode.HALF_UP);
    }
  }

  /** What the lines that are not deleted cost together. */
  BigDecimal total() {
    return lines.stream()
        .filter(line -> !line.deleted())
        .map(Line::amount)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }
}
