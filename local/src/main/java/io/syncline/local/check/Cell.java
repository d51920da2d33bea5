package io.syncline.local.check;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Value of a column as text that is the same for the same value on every database; empty for null.
 */
final class Cell {

  private Cell() {}

  static String text(ResultSet row, String column) throws SQLException {
    return text(row.getObject(column));
  }

  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value.toString().strip().replaceAll("\\s+", " ");
  }
}
