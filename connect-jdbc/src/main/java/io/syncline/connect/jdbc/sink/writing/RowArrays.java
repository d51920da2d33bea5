package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.ArrayColumn;
import io.syncline.connect.jdbc.dialect.ArraySql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows turned by a quarter: an array for each of their columns. */
record RowArrays(List<ArrayColumn> columns, List<@Nullable Object[]> arrays) {
  private static final String TEXT = "text";

  /** Empty when there is a column whose values no array takes. */
  static Optional<RowArrays> of(
      ArraySql sql,
      List<String> names,
      Map<String, String> columnTypes,
      List<@Nullable Object[]> rows) {
    var columns = new ArrayList<ArrayColumn>();
    var arrays = new ArrayList<@Nullable Object[]>();
    for (var i = 0; i < names.size(); i++) {
      var element = elementType(sql, rows, i);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      columns.add(column(i, names.get(i), element.get(), columnTypes));
      arrays.add(values(rows, i));
    }
    return Optional.of(new RowArrays(columns, arrays));
  }

  /** Text for nulls alone; empty when the values are of several types, or of one without arrays. */
  private static Optional<String> elementType(
      ArraySql sql, List<@Nullable Object[]> rows, int column) {
    var common = "";
    for (var row : rows) {
      var value = row[column];
      if (value != null) {
        var element = sql.elementType(value).orElse("");
        if (element.isEmpty() || !(common.isEmpty() || common.equals(element))) {
          return Optional.empty();
        }
        common = element;
      }
    }
    return Optional.of(common.isEmpty() ? TEXT : common);
  }

  /** Text becomes what the column is, as a literal would. */
  private static ArrayColumn column(
      int position, String name, String element, Map<String, String> columnTypes) {
    var type = Optional.ofNullable(columnTypes.get(name)).filter(it -> element.equals(TEXT));
    return new ArrayColumn(position, name, element, type);
  }

  private static @Nullable Object[] values(List<@Nullable Object[]> rows, int column) {
    var bytes = rows.stream().anyMatch(row -> row[column] instanceof byte[]);
    @Nullable Object[] values = bytes ? new byte[rows.size()][] : new @Nullable String[rows.size()];
    for (var i = 0; i < values.length; i++) {
      var value = rows.get(i)[column];
      values[i] = value == null || bytes ? value : value.toString();
    }
    return values;
  }

  void bind(PreparedStatement statement, Connection connection) throws SQLException {
    for (var i = 0; i < arrays.size(); i++) {
      var array = connection.createArrayOf(columns.get(i).elementType(), arrays.get(i));
      statement.setArray(i + 1, array);
    }
  }
}
