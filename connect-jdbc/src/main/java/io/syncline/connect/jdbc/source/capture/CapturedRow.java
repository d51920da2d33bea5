package io.syncline.connect.jdbc.source.capture;

import io.syncline.connect.jdbc.ConnectorVersion;
import io.syncline.connect.jdbc.source.record.SoftDelete;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * Transformation of Debezium's change events into the records that our source would have sent.
 *
 * <p>What Debezium's own transformation leaves to others: a key of one column is plain, a row that
 * is marked as deleted is a tombstone, and a record has the time of its row, by which the newest of
 * several sources is told; a deleted row has the time of the commit.
 */
public final class CapturedRow<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
  static final String TIMESTAMP = "timestamp.column.name";
  static final String SOFT_DELETE = "soft.delete.column.name";

  private static final ConfigDef CONFIG =
      new ConfigDef()
          .define(
              TIMESTAMP,
              Type.STRING,
              null,
              Importance.HIGH,
              "Column with the time of the row's last write; the time of the commit if not set.")
          .define(
              SOFT_DELETE,
              Type.STRING,
              null,
              Importance.MEDIUM,
              "Column that marks a deleted row: neither null nor false nor 0 sends a tombstone.");

  private final Map<Schema, CapturedTable> tables = new HashMap<>();
  private Optional<String> timestamp = Optional.empty();
  private Optional<String> softDelete = Optional.empty();

  @Override
  public String version() {
    return ConnectorVersion.current();
  }

  @Override
  public ConfigDef config() {
    return CONFIG;
  }

  @Override
  public void configure(Map<String, ?> settings) {
    var config = new AbstractConfig(CONFIG, settings, false);
    timestamp = Optional.ofNullable(config.getString(TIMESTAMP));
    softDelete = Optional.ofNullable(config.getString(SOFT_DELETE));
  }

  /** Null for the tombstone that Debezium sends after a delete: the delete is one already. */
  @Override
  public @Nullable R apply(R record) {
    if (record.value() == null) {
      return null;
    }
    return ChangeEvent.of(record.value()).map(event -> row(record, event)).orElse(record);
  }

  private R row(R record, ChangeEvent event) {
    return event
        .row()
        .map(row -> written(record, event, row))
        .orElseGet(() -> deleted(record, event.committedAt()));
  }

  private R written(R record, ChangeEvent event, Struct row) {
    var table =
        tables.computeIfAbsent(row.schema(), schema -> new CapturedTable(record.topic(), schema));
    var value = table.value(row);
    var time =
        table
            .column(timestamp, TIMESTAMP, value)
            .map(CapturedRow::milliseconds)
            .orElseGet(event::committedAt);
    var mark = table.column(softDelete, SOFT_DELETE, value);
    return mark.filter(SoftDelete::isDeleted).isPresent()
        ? deleted(record, time)
        : with(record, table.schema(), value, time);
  }

  private static long milliseconds(Object time) {
    if (time instanceof Date date) {
      return date.getTime();
    }
    throw new DataException(TIMESTAMP + " names a column that is no timestamp.");
  }

  private static <R extends ConnectRecord<R>> R deleted(R record, long time) {
    return with(record, null, null, time);
  }

  private static <R extends ConnectRecord<R>> R with(
      R record, @Nullable Schema schema, @Nullable Object value, long time) {
    var key = CapturedKey.of(record);
    return record.newRecord(
        record.topic(), record.kafkaPartition(), key.schema(), key.value(), schema, value, time);
  }

  @Override
  public void close() {
    tables.clear();
  }
}
