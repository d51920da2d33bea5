package io.syncline.local.trickle;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Row of a CRM, as text by column. */
record Row(Map<String, String> cells) {

  static Row of(ResultSet result) throws SQLException {
    Map<String, String> cells = new HashMap<>();
    ResultSetMetaData columns = result.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      cells.put(columns.getColumnLabel(i), Objects.requireNonNullElse(result.getString(i), ""));
    }
    return new Row(cells);
  }

  String text(String column) {
    return Objects.requireNonNull(cells.get(column), column);
  }

  BigDecimal number(String column) {
    return new BigDecimal(text(column));
  }

  /** The row's key. */
  String key() {
    return text("k");
  }
}
