package io.syncline.connect.jdbc.dialect;

import java.sql.Types;
import java.util.Map;
import java.util.Optional;

/** Reading of array types, which are named by their elements with an underscore before them. */
final class PostgresArrayTypes {
  private static final String MARK = "_";

  /** Largest precision that a numeric can declare. */
  private static final int MOST_DIGITS = 1_000;

  /** The driver reports them for columns, but not for elements. */
  private static final Map<String, Integer> JDBC_TYPES =
      Map.ofEntries(
          Map.entry("int2", Types.SMALLINT),
          Map.entry("int4", Types.INTEGER),
          Map.entry("int8", Types.BIGINT),
          Map.entry("float4", Types.REAL),
          Map.entry("float8", Types.DOUBLE),
          Map.entry("numeric", Types.NUMERIC),
          Map.entry("bytea", Types.BINARY),
          Map.entry("date", Types.DATE),
          Map.entry("time", Types.TIME),
          Map.entry("timestamp", Types.TIMESTAMP));

  private PostgresArrayTypes() {}

  /** The elements as a column of their own; precision and scale are reported of them anyway. */
  static Optional<ReportedColumn> element(ReportedColumn column) {
    if (column.jdbcType() != Types.ARRAY || !column.typeName().startsWith(MARK)) {
      return Optional.empty();
    }
    var name = column.typeName().substring(MARK.length());
    var type = JDBC_TYPES.getOrDefault(name, Types.OTHER);
    // Of an array without precision the driver reports how wide its elements can be shown.
    var size = column.size() > MOST_DIGITS ? 0 : column.size();
    return Optional.of(new ReportedColumn(type, name, size, column.digits()));
  }
}
