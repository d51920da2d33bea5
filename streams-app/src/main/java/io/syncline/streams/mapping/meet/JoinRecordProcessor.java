package io.syncline.streams.mapping.meet;

import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinNews;
import io.syncline.schemas.JoinedRecord;
import io.syncline.schemas.RecordAddress;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.mapping.join.JoinedEntity;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Hands rows and news to the records that they are for, and keeps the records. */
final class JoinRecordProcessor<V> extends ContextualProcessor<String, V, String, SpecificRecord> {

  private final DeclaredJoins joins;
  private final RowBytes bytes;
  private KeyValueStore<String, JoinedRecord> records;

  JoinRecordProcessor(DeclaredJoins joins, RowBytes bytes) {
    this.joins = joins;
    this.bytes = bytes;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    records = StoreCatalogue.MAPPING_JOINED.in(context);
  }

  @Override
  public void process(Record<String, V> record) {
    if (record.value() instanceof SourceRow row) {
      for (var entity : joins.ofRecord(row)) {
        var name = SourceKeys.text(entity.entity().of(row.source(), row.key()));
        act(entity, name, record, actor -> actor.row(row));
      }
    } else if (record.value() instanceof JoinNews news) {
      var name = news.getTo().getRecord();
      // On its way while the joins were taken out of the mapping: nobody asks any more.
      joins
          .of(SourceKeys.parse(name))
          .ifPresent(entity -> act(entity, name, record, actor -> actor.news(news)));
    }
  }

  private void act(
      JoinedEntity entity, String name, Record<String, V> cause, Consumer<RecordActor> action) {
    var actor =
        new RecordActor(
            entity,
            new RecordAddress(name, context().taskId().partition()),
            Optional.ofNullable(records.get(name)),
            bytes,
            result -> context().forward(cause.withKey(keyOf(result, name)).withValue(result)));
    action.accept(actor);
    actor.state().ifPresent(state -> records.put(name, state));
  }

  private static String keyOf(SpecificRecord result, String name) {
    return result instanceof JoinChange change ? change.getJoinKey() : name;
  }
}
