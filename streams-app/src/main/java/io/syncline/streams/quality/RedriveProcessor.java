package io.syncline.streams.quality;

import io.syncline.schemas.Origin;
import io.syncline.schemas.Quarantined;
import io.syncline.schemas.RedriveRequest;
import io.syncline.streams.kafka.StoreCatalogue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Sends what a request names through the flow again, as it stood. It stays in quarantine until it
 * passes; what is no longer there has been overtaken by a newer version, and is passed over.
 */
final class RedriveProcessor extends ContextualProcessor<String, RedriveRequest, String, Origin> {

  private KeyValueStore<String, Quarantined> entries;

  @Override
  public void init(ProcessorContext<String, Origin> context) {
    super.init(context);
    entries = StoreCatalogue.QUALITY_QUARANTINE.in(context);
  }

  @Override
  public void process(Record<String, RedriveRequest> request) {
    for (var id : request.value().getIds()) {
      var entry = entries.get(id);
      if (entry != null) {
        var origin = entry.getRejection().getOrigin();
        // With the time of the row's version, as it came first.
        context().forward(new Record<>(id, origin, origin.getTimestamp().toEpochMilli()));
      }
    }
  }
}
