package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.TableId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL's way of many rows: one statement over {@code UNNEST} of one array per column.
 *
 * <p>An array has the type that its values have when they are bound one by one, so the database
 * converts and refuses them alike. Texts are cast to the column's type, as a literal would be.
 */
final class PostgresArrays implements ArraySql {
  private static final int LAST_YEAR_OF_ISO_TEXT = 9999;

  private static final Map<Class<?>, String> ELEMENTS =
      Map.ofEntries(
          entry(Boolean.class, "bool"),
          entry(Byte.class, "int2"),
          entry(Short.class, "int2"),
          entry(Integer.class, "int4"),
          entry(Long.class, "int8"),
          entry(Float.class, "float4"),
          entry(Double.class, "float8"),
          entry(BigDecimal.class, "numeric"),
          entry(String.class, "text"),
          entry(UUID.class, "uuid"),
          entry(byte[].class, "bytea"),
          entry(LocalDate.class, "date"),
          entry(LocalTime.class, "time"),
          entry(LocalDateTime.class, "timestamp"),
          entry(OffsetDateTime.class, "timestamptz"));

  /**
   * Types without their limits, and what domains are made of: a cast to varchar(9) would cut the
   * text that the column refuses.
   */
  private static final String COLUMN_TYPES =
      "WITH RECURSIVE type AS ("
          + "SELECT attname, atttypid AS oid FROM pg_attribute"
          + " WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped"
          + " UNION ALL SELECT attname, typbasetype FROM type JOIN pg_type USING (oid)"
          + " WHERE typtype = 'd')"
          + " SELECT attname, format_type(oid, -1) FROM type JOIN pg_type USING (oid)"
          + " WHERE typtype <> 'd'";

  private final PostgresDialect dialect;

  PostgresArrays(PostgresDialect dialect) {
    this.dialect = dialect;
  }

  private static Entry<Class<?>, String> entry(Class<?> type, String element) {
    return Map.entry(type, element);
  }

  @Override
  public Optional<String> elementType(Class<?> type) {
    return Optional.ofNullable(ELEMENTS.get(type));
  }

  /** Java writes the years before 1 and after 9999 as PostgreSQL does not read them. */
  @Override
  public boolean takes(Class<?> type, Stream<Object> values) {
    return !TemporalAccessor.class.isAssignableFrom(type)
        || values.noneMatch(value -> hasFarYear((TemporalAccessor) value));
  }

  private static boolean hasFarYear(TemporalAccessor time) {
    if (!time.isSupported(ChronoField.YEAR)) {
      return false;
    }
    var year = time.get(ChronoField.YEAR);
    return year < 1 || year > LAST_YEAR_OF_ISO_TEXT;
  }

  @Override
  public Map<String, String> columnTypes(Connection connection, TableId table) throws SQLException {
    var types = new HashMap<String, String>();
    try (var query = connection.prepareStatement(COLUMN_TYPES)) {
      query.setString(1, dialect.quote(table));
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          types.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return types;
  }

  @Override
  public String insert(TableId table, List<ArrayColumn> columns) {
    return insertInto(table, columns) + " FROM " + unnest(columns);
  }

  @Override
  public String upsert(RowShape shape, List<ArrayColumn> columns) {
    return insert(shape.table(), columns) + dialect.onConflict(shape);
  }

  /** The database itself joins the rows it wrote to the given: it knows which keys are equal. */
  @Override
  public String upsertAndTell(RowShape shape, List<ArrayColumn> columns) {
    var keys = columns.subList(0, shape.keys().size());
    return "WITH given AS MATERIALIZED (SELECT * FROM "
        + unnest(columns)
        + "), written AS ("
        + insertInto(shape.table(), columns)
        + " FROM given"
        + dialect.onConflict(shape)
        + " RETURNING "
        + join(shape.keys(), key -> "stored." + dialect.quote(key))
        + ") SELECT given.number, (SELECT count(*) FROM written) FROM given JOIN written ON "
        + equalities(keys, "written.");
  }

  @Override
  public String delete(TableId table, List<ArrayColumn> columns) {
    return "DELETE FROM "
        + dialect.quote(table)
        + " AS stored USING "
        + unnest(columns)
        + " WHERE "
        + equalities(columns, "stored.");
  }

  private String insertInto(TableId table, List<ArrayColumn> columns) {
    return "INSERT INTO "
        + dialect.quote(table)
        + " AS stored ("
        + join(columns, column -> dialect.quote(column.name()))
        + ") SELECT "
        + join(columns, PostgresArrays::value);
  }

  private static String unnest(List<ArrayColumn> columns) {
    return "UNNEST("
        + join(columns, column -> "?::" + column.elementType() + "[]")
        + ") WITH ORDINALITY AS given ("
        + join(columns, PostgresArrays::alias)
        + ", number)";
  }

  private String equalities(List<ArrayColumn> columns, String table) {
    return columns.stream()
        .map(column -> table + dialect.quote(column.name()) + " = " + value(column))
        .collect(Collectors.joining(" AND "));
  }

  private static String value(ArrayColumn column) {
    return "given." + alias(column) + column.cast().map(type -> "::" + type).orElse("");
  }

  private static String alias(ArrayColumn column) {
    return "c" + column.position();
  }

  private static <T> String join(List<T> items, Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining(", "));
  }
}
