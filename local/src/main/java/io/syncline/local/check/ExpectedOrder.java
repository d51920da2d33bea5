package io.syncline.local.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Order row of a source that ought to be in every target, with its lines.
 *
 * @param values by target column: what the target must show
 */
public record ExpectedOrder(
    SourceKey key,
    SourceKey customer,
    BigDecimal total,
    Map<String, String> values,
    List<Line> lines) {

  /** Line of an order; its product by the key of the source. */
  public record Line(
      SourceKey product, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {

    /** Writes a line in one way only, so that equal lines are equal texts. */
    static String text(
        String product, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {
      return "%s x %s at %s = %s"
          .formatted(product, Cell.text(quantity), Cell.text(unitPrice), Cell.text(amount));
    }
  }
}
