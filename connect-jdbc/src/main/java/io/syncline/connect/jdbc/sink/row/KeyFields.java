package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.sink.config.WriteConfig;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Choice of the fields that make up a row's primary key. */
final class KeyFields {
  private static final List<String> KAFKA_COLUMNS =
      List.of("__connect_topic", "__connect_partition", "__connect_offset");

  private final WriteConfig config;

  KeyFields(WriteConfig config) {
    this.config = config;
  }

  List<FieldSource<SinkRecord>> of(SinkRecord record) {
    return switch (config.keyMode()) {
      case NONE -> List.of();
      case KAFKA -> ofCoordinates();
      case RECORD_KEY -> ofKey(record.keySchema());
      case RECORD_VALUE ->
          config.keyFields().stream()
              .map(name -> find(record.valueSchema(), name, "value"))
              .map(KeyFields::ofValue)
              .toList();
    };
  }

  private List<FieldSource<SinkRecord>> ofCoordinates() {
    var names = config.keyFields().isEmpty() ? KAFKA_COLUMNS : config.keyFields();
    return List.of(
        new FieldSource<>(names.get(0), Schema.STRING_SCHEMA, SinkRecord::topic),
        new FieldSource<>(names.get(1), Schema.INT32_SCHEMA, SinkRecord::kafkaPartition),
        new FieldSource<>(names.get(2), Schema.INT64_SCHEMA, SinkRecord::kafkaOffset));
  }

  private List<FieldSource<SinkRecord>> ofKey(Schema schema) {
    if (schema == null) {
      throw new RejectedRecordException("its key has no schema, and pk.mode is record_key");
    }
    if (schema.type() == Schema.Type.STRUCT) {
      var names =
          config.keyFields().isEmpty()
              ? schema.fields().stream().map(Field::name).toList()
              : config.keyFields();
      return names.stream().map(name -> ofKeyStruct(find(schema, name, "key"))).toList();
    }
    if (config.keyFields().size() != 1) {
      throw new ConnectException(
          "The record key is a single value, but pk.fields names %s. Name the one column that takes it."
              .formatted(config.keyFields()));
    }
    return List.of(new FieldSource<>(config.keyFields().get(0), schema, SinkRecord::key));
  }

  private static Field find(Schema schema, String name, String part) {
    return Optional.ofNullable(schema.field(name))
        .orElseThrow(
            () ->
                new RejectedRecordException(
                    "its " + part + " has no field " + name + ", which pk.fields names"));
  }

  private static FieldSource<SinkRecord> ofKeyStruct(Field field) {
    return new FieldSource<>(
        field.name(),
        field.schema(),
        record -> record.key() instanceof Struct key ? key.get(field) : null);
  }

  static FieldSource<SinkRecord> ofValue(Field field) {
    return new FieldSource<>(
        field.name(),
        field.schema(),
        record -> record.value() instanceof Struct value ? value.get(field) : null);
  }
}
