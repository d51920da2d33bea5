package io.syncline.streams.delivery.pull;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import io.syncline.streams.json.AvroJson;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** From records of the canonical topics to changes. */
@Singleton
final class ChangeDecoder {

  private static final Map<String, Topic<?>> BY_NAME =
      Topics.canonical().stream().collect(Collectors.toMap(Topic::name, Function.identity()));

  private final AvroSerdes serdes;

  ChangeDecoder(AvroSerdes serdes) {
    this.serdes = serdes;
  }

  List<Change> changes(List<ConsumerRecord<String, byte[]>> records) {
    // Deserializers are not made for several threads at once.
    var values =
        records.stream()
            .map(ConsumerRecord::topic)
            .distinct()
            .collect(
                Collectors.<String, String, Deserializer<? extends SpecificRecord>>toMap(
                    Function.identity(),
                    topic -> serdes.of(BY_NAME.get(topic).type()).deserializer()));
    return records.stream().map(record -> change(record, values.get(record.topic()))).toList();
  }

  private static Change change(
      ConsumerRecord<String, byte[]> record, Deserializer<? extends SpecificRecord> values) {
    var entity = BY_NAME.get(record.topic()).type().getSimpleName().toLowerCase(Locale.ROOT);
    if (record.value() == null) {
      return new Change(entity, record.key(), null, true, null);
    }
    var value = AvroJson.of(values.deserialize(record.topic(), record.value()));
    return new Change(entity, record.key(), (Long) value.get("version"), false, value);
  }
}
