package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.ArrayColumn;
import io.syncline.connect.jdbc.dialect.ArraySql;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows turned by a quarter: an array for each of their columns. */
record RowArrays(List<ArrayColumn> columns, List<@Nullable Object[]> arrays) {
  private static final String TEXT = "text";

  /** What drivers encode as it is; all else goes as text. */
  private static final Set<Class<?>> ENCODED =
      Set.of(Short.class, Integer.class, Long.class, Float.class, Double.class, byte[].class);

  /** Empty when there is a column whose values no array takes. */
  static Optional<RowArrays> of(
      ArraySql sql,
      List<String> names,
      Map<String, String> columnTypes,
      List<@Nullable Object[]> rows) {
    var columns = new ArrayList<ArrayColumn>();
    var arrays = new ArrayList<@Nullable Object[]>();
    for (var i = 0; i < names.size(); i++) {
      var type = commonType(rows, i);
      var element = sql.elementType(type);
      if (element.isEmpty() || !sql.takes(type, values(rows, i))) {
        return Optional.empty();
      }
      columns.add(column(i, names.get(i), element.get(), columnTypes));
      arrays.add(ENCODED.contains(type) ? array(type, rows, i) : texts(rows, i));
    }
    return Optional.of(new RowArrays(columns, arrays));
  }

  /** Text for nulls alone; no class of values when they have several. */
  private static Class<?> commonType(List<@Nullable Object[]> rows, int column) {
    Class<?> common = null;
    for (var row : rows) {
      var value = row[column];
      if (value != null && value.getClass() != common) {
        if (common != null) {
          return Object.class;
        }
        common = value.getClass();
      }
    }
    return common == null ? String.class : common;
  }

  private static Stream<Object> values(List<@Nullable Object[]> rows, int column) {
    return rows.stream().map(row -> row[column]).filter(Objects::nonNull);
  }

  /** Text becomes what the column is, as a literal would. */
  private static ArrayColumn column(
      int position, String name, String element, Map<String, String> columnTypes) {
    var type = Optional.ofNullable(columnTypes.get(name)).filter(it -> element.equals(TEXT));
    return new ArrayColumn(position, name, element, type);
  }

  private static @Nullable Object[] array(
      Class<?> type, List<@Nullable Object[]> rows, int column) {
    var values = (@Nullable Object[]) Array.newInstance(type, rows.size());
    for (var i = 0; i < values.length; i++) {
      values[i] = rows.get(i)[column];
    }
    return values;
  }

  private static @Nullable String[] texts(List<@Nullable Object[]> rows, int column) {
    var values = new @Nullable String[rows.size()];
    for (var i = 0; i < values.length; i++) {
      var value = rows.get(i)[column];
      values[i] = value == null ? null : value.toString();
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
