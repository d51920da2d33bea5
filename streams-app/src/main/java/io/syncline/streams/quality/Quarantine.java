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
  private final Standing standing;
  private boolean askedOnce;
  private boolean mayHoldSome;

  Quarantine(ProcessorContext<?, ?> context) {
    this.entries = StoreCatalogue.QUALITY_QUARANTINE.in(context);
    this.causes = new Causes(context);
    this.standing = new Standing(context);
  }

  /**
   * Takes a record in, in place of any version of it that is not newer.
   *
   * @param first whether no other version of its row has been seen
   */
  void keep(Rejection rejection, boolean first, Instant now) {
    var id = RejectionNames.of(rejection);
    var before = Optional.ofNullable(entries.get(id));
    if (before.filter(known -> version(known) > version(rejection)).isPresent()) {
      return;
    }
    before.ifPresent(this::forget);
    var firstSeen = before.map(Quarantined::getFirstSeen).orElse(now);
    var missing = before.map(Quarantined::getMissing).orElse(first);
    remember(new Quarantined(id, rejection, firstSeen, now, missing));
    mayHoldSome = true;
  }

  /** A version passed: lets the record go, unless a newer version of it has been refused. */
  void clear(String id, long version) {
    // Nearly always there is nothing at all: that must cost nothing.
    if (!holdsSome()) {
      return;
    }
    var entry = entries.get(id);
    if (entry == null) {
      return;
    }
    forget(entry);
    if (version(entry) > version) {
      entry.setMissing(false);
      remember(entry);
    }
  }

  /** What passed of a record was withdrawn: it is missing while it is here. */
  void miss(String id) {
    var entry = entries.get(id);
    if (entry != null && !entry.getMissing()) {
      forget(entry);
      entry.setMissing(true);
      remember(entry);
    }
  }

  private void remember(Quarantined entry) {
    entries.put(entry.getId(), entry);
    causes.add(entry);
    standing.add(entry, 1);
  }

  private void forget(Quarantined entry) {
    entries.delete(entry.getId());
    causes.remove(entry);
    standing.add(entry, -1);
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
