package io.syncline.streams.source;

import io.syncline.schemas.LatestVersion;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Drops what a source publishes again unchanged, before anything is done with it. */
final class DropKnownProcessor extends ContextualProcessor<String, SourceRow, String, SourceRow> {

  private KeyValueStore<String, LatestVersion> latest;

  @Override
  public void init(ProcessorContext<String, SourceRow> context) {
    super.init(context);
    latest = StoreCatalogue.SOURCE_LATEST.in(context);
  }

  @Override
  public void process(Record<String, SourceRow> record) {
    var row = record.value();
    var candidate = FreshnessRule.remember(row.version(), row.origin().getValue().orElse(null));
    var known = Optional.ofNullable(latest.get(record.key()));
    var freshness = FreshnessRule.judge(known, candidate);
    if (freshness != Freshness.OLDER) {
      latest.put(record.key(), candidate);
    }
    // An older version passes: the newer one may yet be refused, and identity knows what was not.
    if (freshness != Freshness.SAME) {
      context().forward(record);
    }
  }
}
