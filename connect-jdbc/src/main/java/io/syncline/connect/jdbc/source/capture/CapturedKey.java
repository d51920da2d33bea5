package io.syncline.connect.jdbc.source.capture;

import io.syncline.connect.jdbc.source.record.Naming;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Primary key as our source writes it: plain when it is one column. */
record CapturedKey(Schema schema, @Nullable Object value) {

  static CapturedKey of(ConnectRecord<?> record) {
    if (!(record.key() instanceof Struct key)) {
      throw new DataException(
          "A record of %s has no key: give its table a primary key, or name columns in message.key.columns."
              .formatted(record.topic()));
    }
    var columns = key.schema().fields().stream().map(CapturedField::of).toList();
    if (columns.size() == 1) {
      return new CapturedKey(columns.get(0).schema(), columns.get(0).read(key));
    }
    var builder = SchemaBuilder.struct().name(Naming.schema(record.topic(), "Key"));
    columns.forEach(column -> builder.field(column.name(), column.schema()));
    var value = new Struct(builder.build());
    columns.forEach(column -> value.put(column.name(), column.read(key)));
    return new CapturedKey(value.schema(), value);
  }
}
