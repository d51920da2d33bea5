package io.syncline.streams.source;

import io.syncline.schemas.LatestVersion;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Lets each version of a row pass once, and no version that is older than one it let pass. */
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
    if (FreshnessRule.judge(known, candidate) == Freshness.NEW) {
      latest.put(record.key(), candidate);
      context().forward(record);
    }
  }
}
