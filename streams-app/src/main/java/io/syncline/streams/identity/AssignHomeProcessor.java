package io.syncline.streams.identity;

import io.syncline.schemas.Claim;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.streams.kafka.StoreCatalogue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Sends each record to its home, tells the home it had before that it has left, and publishes the
 * cross-reference when the home is another. It is the single writer of a source record's
 * cross-reference.
 */
final class AssignHomeProcessor
    extends ContextualProcessor<String, MappedRecord, String, SpecificRecord> {

  private KeyValueStore<String, CrossReference> homes;

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    homes = StoreCatalogue.IDENTITY_HOME.in(context);
  }

  @Override
  public void process(Record<String, MappedRecord> record) {
    var known = homes.get(record.key());
    var fields = record.value().getFields();
    if (fields.isEmpty()) {
      leave(record, known);
    } else {
      settle(record, CanonicalIds.of(MatchKeyRule.matchKey(record.value(), fields.get())), known);
    }
  }

  private void leave(Record<String, MappedRecord> record, @Nullable CrossReference known) {
    if (known == null) {
      return;
    }
    homes.delete(record.key());
    claim(record, known.getCanonicalId(), withoutFields(record.value()));
    publish(record, null);
  }

  private void settle(
      Record<String, MappedRecord> record, String home, @Nullable CrossReference known) {
    var moved = known == null || !known.getCanonicalId().equals(home);
    if (moved && known != null) {
      claim(record, known.getCanonicalId(), withoutFields(record.value()));
    }
    claim(record, home, record.value());
    if (moved) {
      var reference =
          new CrossReference(record.value().getSource(), home, record.value().getVersion());
      homes.put(record.key(), reference);
      publish(record, reference);
    }
  }

  private void claim(Record<String, MappedRecord> cause, String home, MappedRecord record) {
    context().forward(cause.withKey(home).withValue(new Claim(home, record)));
  }

  private void publish(Record<String, MappedRecord> cause, @Nullable CrossReference reference) {
    // Nobody refers to a line, and there are many of them.
    if (!cause.value().getSource().getEntity().equals(Entity.ORDER_LINE.word())) {
      context().forward(cause.withValue(reference));
    }
  }

  private static MappedRecord withoutFields(MappedRecord record) {
    return MappedRecord.newBuilder()
        .setSource(record.getSource())
        .setVersion(record.getVersion())
        .setCoordinates(record.getCoordinates())
        .build();
  }
}
