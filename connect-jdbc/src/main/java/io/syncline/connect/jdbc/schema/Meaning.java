package io.syncline.connect.jdbc.schema;

import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/**
 * Meaning of a field beyond its type, told by its schema's name.
 *
 * <p>Connect has names for milliseconds only. For what is finer the names are Debezium's, since
 * more readers know them than any that we could make up.
 */
public enum Meaning {
  DECIMAL(Decimal.LOGICAL_NAME, Kind.DECIMAL, 0),
  DATE(Date.LOGICAL_NAME, Kind.DATE, 0),
  TIME(Time.LOGICAL_NAME, Kind.TIME, 3),
  TIMESTAMP(Timestamp.LOGICAL_NAME, Kind.INSTANT, 3),
  EPOCH_DAY("io.debezium.time.Date", Kind.DATE, 0),
  MILLI_TIME("io.debezium.time.Time", Kind.TIME, 3),
  MICRO_TIME("io.debezium.time.MicroTime", Kind.TIME, 6),
  NANO_TIME("io.debezium.time.NanoTime", Kind.TIME, 9),
  /** Date and time of day as a clock on the wall shows them, counted as if it hung in UTC. */
  MILLI_TIMESTAMP("io.debezium.time.Timestamp", Kind.LOCAL_TIMESTAMP, 3),
  MICRO_TIMESTAMP("io.debezium.time.MicroTimestamp", Kind.LOCAL_TIMESTAMP, 6),
  NANO_TIMESTAMP("io.debezium.time.NanoTimestamp", Kind.LOCAL_TIMESTAMP, 9),
  /** ISO 8601 text with an offset. */
  ZONED_TIMESTAMP("io.debezium.time.ZonedTimestamp", Kind.INSTANT, 6),
  UUID("io.debezium.data.Uuid", Kind.UUID, 0),
  JSON("io.debezium.data.Json", Kind.JSON, 0);

  private static final Map<String, Meaning> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Meaning::schemaName, Function.identity()));

  private final String schemaName;
  private final Kind kind;
  private final int digits;

  Meaning(String schemaName, Kind kind, int digits) {
    this.schemaName = schemaName;
    this.kind = kind;
    this.digits = digits;
  }

  /** Empty when the schema's type says all. */
  public static Optional<Meaning> of(Schema schema) {
    return Optional.ofNullable(schema.name()).map(BY_NAME::get);
  }

  public String schemaName() {
    return schemaName;
  }

  /** The column that takes it without loss. */
  public Kind kind() {
    return kind;
  }

  /** Fractional digits of the seconds. */
  public int digits() {
    return digits;
  }

  /** A schema of this name, of version 1 as Debezium's are. */
  public SchemaBuilder schema(Schema.Type type) {
    return SchemaBuilder.type(type).name(schemaName).version(1);
  }
}
