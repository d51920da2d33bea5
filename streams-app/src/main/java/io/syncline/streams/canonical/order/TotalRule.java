package io.syncline.streams.canonical.order;

import io.syncline.schemas.Order;
import io.syncline.schemas.OrderLine;
import io.syncline.schemas.Warning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An order's stated total is what its lines come to. */
final class TotalRule {

  static final String NAME = "total-of-lines";

  /** Sources round each line, or the sum. */
  private static final BigDecimal ROUNDING_OF_A_LINE = new BigDecimal("0.01");

  private static final String COMPLAINT =
      "is not what the lines come to: correct one of them in the source, or map no total";

  private TotalRule() {}

  /**
   * The warning, when the total differs by more than a cent for each line. An order without lines,
   * or with lines in another currency, says nothing.
   *
   * @param order whose lines are there
   * @param stated whether the total is the source's own
   */
  static Optional<Warning> warning(Order order, boolean stated) {
    var lines = order.getLines();
    if (!stated || lines.isEmpty() || !inOneCurrency(order)) {
      return Optional.empty();
    }
    var difference = order.getTotal().subtract(sum(lines)).abs();
    var tolerated = ROUNDING_OF_A_LINE.multiply(BigDecimal.valueOf(lines.size()));
    return difference.compareTo(tolerated) <= 0
        ? Optional.empty()
        : Optional.of(new Warning(order.getSource(), NAME, "total", COMPLAINT));
  }

  /** Whether an order has the warning. */
  static boolean warns(Order order) {
    return order.getWarnings().stream()
        .anyMatch(
            warning ->
                warning.getRule().equals(NAME) && warning.getSource().equals(order.getSource()));
  }

  /** What lines come to. */
  static BigDecimal sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean inOneCurrency(Order order) {
    return order.getLines().stream()
        .allMatch(line -> line.getCurrency().equals(order.getCurrency()));
  }
}
