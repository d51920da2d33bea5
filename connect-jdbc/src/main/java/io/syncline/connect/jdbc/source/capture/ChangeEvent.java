package io.syncline.connect.jdbc.source.capture;

import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Debezium's event for one change of one row. */
record ChangeEvent(Struct envelope) {
  private static final String AFTER = "after";
  private static final String SOURCE = "source";
  private static final String TIME = "ts_ms";

  /** Empty for what Debezium sends beside rows: heartbeats, transactions, schema changes. */
  static Optional<ChangeEvent> of(@Nullable Object value) {
    return value instanceof Struct struct && isEnvelope(struct.schema())
        ? Optional.of(new ChangeEvent(struct))
        : Optional.empty();
  }

  private static boolean isEnvelope(Schema schema) {
    return schema.name() != null
        && schema.name().endsWith(".Envelope")
        && schema.field(AFTER) != null
        && schema.field(SOURCE) != null;
  }

  /** The row as the change left it; empty when it was deleted. */
  Optional<Struct> row() {
    return Optional.ofNullable(envelope.getStruct(AFTER));
  }

  /** When the change was committed, in milliseconds. */
  long committedAt() {
    return envelope.getStruct(SOURCE).getInt64(TIME);
  }
}
