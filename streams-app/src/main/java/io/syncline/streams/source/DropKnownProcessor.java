package io.syncline.streams.source;

import io.syncline.schemas.LatestVersion;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.Tallies;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Drops what a source publishes again unchanged, before anything is done with it. It is the one who
 * sees rows come and go, so it counts them.
 */
final class DropKnownProcessor extends ContextualProcessor<String, SourceRow, String, SourceRow> {

  private final boolean dropsKnown;
  private KeyValueStore<String, LatestVersion> latest;
  private Tallies rows;

  /**
   * @param dropsKnown false for what comes again because somebody asked for it
   */
  DropKnownProcessor(boolean dropsKnown) {
    this.dropsKnown = dropsKnown;
  }

  @Override
  public void init(ProcessorContext<String, SourceRow> context) {
    super.init(context);
    latest = StoreCatalogue.SOURCE_LATEST.in(context);
    rows = new Tallies(StoreCatalogue.SOURCE_TALLY, context);
  }

  @Override
  public void process(Record<String, SourceRow> record) {
    var row = record.value();
    var candidate = FreshnessRule.remember(row.version(), row.origin().getValue().orElse(null));
    var known = Optional.ofNullable(latest.get(record.key()));
    var freshness = FreshnessRule.judge(known, candidate);
    if (freshness == Freshness.NEW || freshness == Freshness.SAME) {
      remember(record, known, candidate, freshness);
    }
    if (passes(freshness)) {
      context().forward(record);
    }
  }

  /**
   * An older version passes: the newer one may yet be refused, and identity knows what was not. But
   * of bytes that came again it knows the first version alone, and would take what is in between
   * for newer.
   */
  private boolean passes(Freshness freshness) {
    return switch (freshness) {
      case NEW, OLDER -> true;
      case SAME -> !dropsKnown;
      case SUPERSEDED -> false;
    };
  }

  private void remember(
      Record<String, SourceRow> record,
      Optional<LatestVersion> known,
      LatestVersion candidate,
      Freshness freshness) {
    var wasLive = known.filter(FreshnessRule::isLive);
    var isLive = FreshnessRule.isLive(candidate);
    if (freshness == Freshness.SAME) {
      known
          .map(FreshnessRule::since)
          .filter(since -> since < candidate.getVersion())
          .ifPresent(candidate::setSince);
    }
    // The same version again is no other one.
    candidate.setFirst(
        isLive && (wasLive.isEmpty() || freshness == Freshness.SAME && wasLive.get().getFirst()));
    latest.put(record.key(), candidate);
    var change = (isLive ? 1 : 0) - (wasLive.isPresent() ? 1 : 0);
    rows.add(record.value().source(), record.value().table(), change);
  }
}
