package io.syncline.streams.quality;

import io.syncline.schemas.Quarantined;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.RejectionNames;
import io.syncline.streams.kafka.StoreCatalogue;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What of one partition is in quarantine now: of every record the last version that was refused.
 */
final class Quarantine {

  private final KeyValueStore<String, Quarantined> entries;
  private final Causes causes;
  private boolean askedOnce;
  private boolean mayHoldSome;

  Quarantine(ProcessorContext<?, ?> context) {
    this.entries = StoreCatalogue.QUALITY_QUARANTINE.in(context);
    this.causes = new Causes(context);
  }

  /** Takes a record in, in place of any version of it that is not newer. */
  void keep(Rejection rejection, Instant now) {
    var id = RejectionNames.of(rejection);
    var before = Optional.ofNullable(entries.get(id));
    if (before.filter(known -> version(known) > version(rejection)).isPresent()) {
      return;
    }
    before.ifPresent(causes::remove);
    var firstSeen = before.map(Quarantined::getFirstSeen).orElse(now);
    var entry = new Quarantined(id, rejection, firstSeen, now);
    entries.put(id, entry);
    causes.add(entry);
    mayHoldSome = true;
  }

  /** Lets a record go, unless a newer version of it has been refused. */
  void clear(String id, long version) {
    // Nearly always there is nothing at all: that must cost nothing.
    if (!holdsSome()) {
      return;
    }
    var entry = entries.get(id);
    if (entry != null && version(entry) <= version) {
      causes.remove(entry);
      entries.delete(id);
    }
  }

  private boolean holdsSome() {
    if (!mayHoldSome && !askedOnce) {
      askedOnce = true;
      try (var all = entries.all()) {
        mayHoldSome = all.hasNext();
      }
    }
    return mayHoldSome;
  }

  private static long version(Quarantined entry) {
    return version(entry.getRejection());
  }

  private static long version(Rejection rejection) {
    return rejection.getOrigin().getTimestamp().toEpochMilli();
  }
}
