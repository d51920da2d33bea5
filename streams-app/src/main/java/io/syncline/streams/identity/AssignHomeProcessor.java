package io.syncline.streams.identity;

import io.syncline.schemas.Claim;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Entity;
import io.syncline.schemas.Home;
import io.syncline.schemas.MappedRecord;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Sends each record to its home, tells the home it had before that it has left, and publishes the
 * cross-reference when the home is another. It is the single writer of a source record's
 * cross-reference, and the one who drops versions older than one that passed.
 */
final class AssignHomeProcessor
    extends ContextualProcessor<String, MappedRecord, String, SpecificRecord> {

  private KeyValueStore<String, Home> homes;

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    homes = StoreCatalogue.IDENTITY_HOME.in(context);
  }

  @Override
  public void process(Record<String, MappedRecord> record) {
    // An order's age decides nothing.
    if (record.value().getSuperseded()) {
      return;
    }
    var known = homes.get(record.key());
    if (known != null && record.value().getVersion() < known.getVersion()) {
      return;
    }
    var before = known == null ? Optional.<String>empty() : known.getCanonicalId();
    var home = OrderHome.of(record.value());
    homes.put(record.key(), new Home(record.value().getVersion(), home.orElse(null)));
    if (home.isPresent()) {
      settle(record, home.get(), before);
    } else {
      leave(record, before);
    }
  }

  private void settle(Record<String, MappedRecord> record, String home, Optional<String> before) {
    var moved = !before.equals(Optional.of(home));
    if (moved) {
      before.ifPresent(old -> claim(record, old, withoutFields(record.value())));
    }
    claim(record, home, record.value());
    if (moved) {
      publish(
          record,
          new CrossReference(record.value().getSource(), home, record.value().getVersion()));
    }
  }

  private void leave(Record<String, MappedRecord> record, Optional<String> before) {
    // An order's home is known without its ever having come: its lines need not wait for it.
    before
        .or(() -> OrderHome.lasting(record.value().getSource()))
        .ifPresent(home -> claim(record, home, withoutFields(record.value())));
    if (before.isPresent()) {
      publish(record, null);
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
        .setWithdrawn(record.getWithdrawn())
        .build();
  }
}
