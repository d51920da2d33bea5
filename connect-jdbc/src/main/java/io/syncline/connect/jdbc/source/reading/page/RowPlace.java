package io.syncline.connect.jdbc.source.reading.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Place of one row in a table's order, as the database gave it.
 *
 * <p>Its text is made when it is needed, which it is for one row of a page.
 *
 * @param values of the columns, none of them null
 */
record RowPlace(List<CursorColumn> columns, Object[] values) {

  /**
   * @param indexes of the columns in the row
   */
  static RowPlace read(ResultSet row, List<CursorColumn> columns, List<Integer> indexes)
      throws SQLException {
    var values = new Object[columns.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = columns.get(i).read(row, indexes.get(i));
    }
    return new RowPlace(columns, values);
  }

  Cursor toCursor() {
    var texts = new ArrayList<String>();
    for (var i = 0; i < values.length; i++) {
      texts.add(columns.get(i).text(values[i]));
    }
    return new Cursor(texts);
  }

  Map<String, String> toOffset(Consumer<Map<String, String>> note) {
    var offset = toCursor().toOffset(columns);
    note.accept(offset);
    return offset;
  }
}
