package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.config.IncrementConfig;
import io.syncline.connect.jdbc.source.config.SourceMode;
import io.syncline.connect.jdbc.source.reading.page.Condition;
import io.syncline.connect.jdbc.source.reading.page.CursorColumn;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/**
 * Order in which a table's changes are read.
 *
 * @param columns the timestamp and what tells rows of one timestamp apart, or a growing number
 * @param zone of the timestamp column's values as we hold them
 */
public record IncrementOrder(List<CursorColumn> columns, ZoneId zone) {
  private static final int NANOSECOND_DIGITS = 9;
  private static final Set<Kind> NUMBERS =
      EnumSet.of(Kind.INT16, Kind.INT32, Kind.INT64, Kind.DECIMAL);

  public static IncrementOrder of(
      TableDefinition table, IncrementConfig config, ZoneId databaseZone, Dialect dialect) {
    var columns =
        config.mode() == SourceMode.INCREMENTING
            ? List.of(number(table, config))
            : timestampAndTieBreakers(table, config);
    return new IncrementOrder(
        columns.stream().map(column -> new CursorColumn(column, dialect)).toList(),
        columns.get(0).type().kind() == Kind.INSTANT ? ZoneOffset.UTC : databaseZone);
  }

  private static Column number(TableDefinition table, IncrementConfig config) {
    var column = find(table, config.incrementingColumn().orElse(table.primaryKey().get(0)));
    var alone = config.incrementingColumn().isPresent() || table.primaryKey().size() == 1;
    if (!alone || column.nullable() || !NUMBERS.contains(column.type().kind())) {
      throw refused(
          table,
          column,
          "alone is not a NOT NULL number that grows, so new rows cannot be told by it; name one"
              + " in incrementing.column.name");
    }
    return column;
  }

  private static List<Column> timestampAndTieBreakers(
      TableDefinition table, IncrementConfig config) {
    var columns = new ArrayList<>(List.of(timestamp(table, config)));
    config
        .incrementingColumn()
        .map(List::of)
        .orElseGet(table::primaryKey)
        .forEach(name -> columns.add(tieBreaker(table, name)));
    return columns;
  }

  private static Column timestamp(TableDefinition table, IncrementConfig config) {
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
    return timestamp;
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

  public CursorColumn first() {
    return columns.get(0);
  }

  public boolean byTimestamp() {
    return first().column().type().isTimestamp();
  }

  /**
   * A moment as the timestamp column shows it, cut to the column's own resolution.
   *
   * <p>A column of whole seconds gives every write of a second the same timestamp: as an upper
   * bound, the cut leaves out a second that has not passed; as a lower bound, it takes in all of
   * it.
   */
  String timestampAt(Instant moment) {
    return cut(LocalDateTime.ofInstant(moment, zone)).toString();
  }

  /** The earliest that the timestamp column shows from a moment on, clocks put back included. */
  String earliestTimestampFrom(Instant moment) {
    var shown = LocalDateTime.ofInstant(moment, zone);
    var next = zone.getRules().nextTransition(moment);
    var putBack = next != null && next.isOverlap() && next.getDateTimeAfter().isBefore(shown);
    return cut(putBack ? next.getDateTimeAfter() : shown).toString();
  }

  /** The earlier of two timestamps as the column shows them. */
  String earlier(String one, String other) {
    return LocalDateTime.parse(one).isBefore(LocalDateTime.parse(other)) ? one : other;
  }

  private LocalDateTime cut(LocalDateTime local) {
    var digits = Math.min(NANOSECOND_DIGITS, first().column().type().scale());
    var unit = Math.round(Math.pow(10, NANOSECOND_DIGITS - (double) digits));
    return local.minusNanos(local.getNano() % unit);
  }

  /** Milliseconds of a row's timestamp. */
  long toMillis(LocalDateTime timestamp) {
    return timestamp.atZone(zone).toInstant().toEpochMilli();
  }

  /** Condition that the first column compares to a value. */
  Condition first(String operator, String value) {
    return Condition.of(quotedFirst() + " " + operator + " ?", first().parameter(value));
  }

  String quotedFirst() {
    return first().dialect().quote(first().name());
  }
}
