package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.config.IncrementConfig;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/**
 * Order in which a table's changes are read, and how far.
 *
 * @param columns the timestamp, then what tells rows of one timestamp apart
 * @param zone of the timestamp column's values as we hold them
 */
record IncrementOrder(List<CursorColumn> columns, ZoneId zone, Duration delay) {
  private static final int NANOSECOND_DIGITS = 9;

  static IncrementOrder of(
      TableDefinition table, IncrementConfig config, ZoneId databaseZone, Dialect dialect) {
    var timestamp = find(table, config.timestampColumn().orElseThrow());
    if (!timestamp.type().isTimestamp()) {
      throw refused(table, timestamp, "is not a timestamp; name a column that is");
    }
    if (timestamp.nullable() && config.refuseNulls()) {
      throw refused(
          table,
          timestamp,
          "may be NULL, and such rows would never be read; declare it NOT NULL, or accept that"
              + " with validate.non.null=false");
    }
    var columns = new ArrayList<>(List.of(timestamp));
    config
        .incrementingColumn()
        .map(List::of)
        .orElseGet(table::primaryKey)
        .forEach(name -> columns.add(tieBreaker(table, name)));
    return new IncrementOrder(
        columns.stream().map(column -> new CursorColumn(column, dialect)).toList(),
        timestamp.type().kind() == Kind.INSTANT ? ZoneOffset.UTC : databaseZone,
        config.delay());
  }

  private static Column tieBreaker(TableDefinition table, String name) {
    var column = find(table, name);
    if (column.nullable() || !CursorColumn.canOrder(column)) {
      throw refused(
          table,
          column,
          "cannot order rows of one timestamp; name a unique NOT NULL number, text, UUID or date"
              + " in incrementing.column.name");
    }
    return column;
  }

  private static Column find(TableDefinition table, String name) {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new ConfigException(
                    ("Table %s has no column %s; correct timestamp.column.name or"
                            + " incrementing.column.name, or read the table with another connector.")
                        .formatted(table.id(), name)));
  }

  private static ConfigException refused(TableDefinition table, Column column, String why) {
    return new ConfigException(
        "Column %s of table %s %s.".formatted(column.name(), table.id(), why));
  }

  CursorColumn timestamp() {
    return columns.get(0);
  }

  /**
   * Exclusive bound of what is settled: no row that is written from now on, by a transaction that
   * commits within the delay, has a timestamp below it.
   *
   * <p>A column of whole seconds gives every write of this second the same timestamp, so the bound
   * is cut to the column's own resolution.
   */
  LocalDateTime horizon(Instant databaseNow) {
    var bound = LocalDateTime.ofInstant(databaseNow.minus(delay), zone);
    var digits = Math.min(NANOSECOND_DIGITS, timestamp().column().type().scale());
    var unit = Math.round(Math.pow(10, NANOSECOND_DIGITS - (double) digits));
    return bound.minusNanos(bound.getNano() % unit);
  }

  Object parameter(LocalDateTime timestamp) {
    return timestamp().parameter(timestamp.toString());
  }

  /** Milliseconds of a row's timestamp. */
  long toMillis(String timestamp) {
    return LocalDateTime.parse(timestamp).atZone(zone).toInstant().toEpochMilli();
  }
}
