package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * Column that rows are ordered by.
 *
 * <p>Its values are kept as text that is exact in the database's own terms: local timestamps stay
 * local, points in time are in UTC, both with all their digits.
 */
public record CursorColumn(Column column, Dialect dialect) {
  private static final Set<Kind> ORDERED =
      EnumSet.of(
          Kind.INT16,
          Kind.INT32,
          Kind.INT64,
          Kind.DECIMAL,
          Kind.TEXT,
          Kind.UUID,
          Kind.BYTES,
          Kind.DATE,
          Kind.LOCAL_TIMESTAMP,
          Kind.INSTANT);

  public static boolean canOrder(Column column) {
    return ORDERED.contains(column.type().kind());
  }

  public String name() {
    return column.name();
  }

  /** The value as the database has it; {@link #text} makes it the text that is kept. */
  Object read(ResultSet row, int index) throws SQLException {
    Object value =
        switch (column.type().kind()) {
          case INT16, INT32, INT64 -> row.getLong(index);
          case DECIMAL -> row.getBigDecimal(index);
          case BYTES -> row.getBytes(index);
          case DATE -> row.getObject(index, LocalDate.class);
          case LOCAL_TIMESTAMP -> row.getObject(index, LocalDateTime.class);
          case INSTANT -> dialect.readUtc(row, index);
          default -> row.getString(index);
        };
    if (value == null) {
      throw new SQLException("no value in column " + name() + ", which orders the rows");
    }
    return value;
  }

  String text(Object value) {
    return switch (column.type().kind()) {
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case BYTES -> HexFormat.of().formatHex((byte[]) value);
      default -> value.toString();
    };
  }

  public String readText(ResultSet row, int index) throws SQLException {
    return text(read(row, index));
  }

  public LocalDateTime readTimestamp(ResultSet row, int index) throws SQLException {
    return (LocalDateTime) read(row, index);
  }

  /** What to bind for a value that was read earlier. */
  public Object parameter(String text) {
    return switch (column.type().kind()) {
      case INT16, INT32, INT64 -> Long.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case UUID -> UUID.fromString(text);
      case BYTES -> HexFormat.of().parseHex(text);
      case DATE -> LocalDate.parse(text);
      case LOCAL_TIMESTAMP -> LocalDateTime.parse(text);
      case INSTANT -> dialect.utcParameter(LocalDateTime.parse(text));
      default -> text;
    };
  }
}
