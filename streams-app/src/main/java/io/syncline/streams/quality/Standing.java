package io.syncline.streams.quality;

import io.syncline.schemas.Quarantined;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.Tallies;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * How many records of each source and entity are not what the source has: refused in their last
 * version, and missing where no version passed. What could not be read has no entity.
 */
final class Standing {

  private final Tallies tallies;

  Standing(ProcessorContext<?, ?> context) {
    this.tallies = new Tallies(StoreCatalogue.QUALITY_TALLY, context);
  }

  void add(Quarantined entry, int change) {
    entry
        .getRejection()
        .getSourceKey()
        .ifPresent(
            key -> {
              tallies.add(key.getSource(), key.getEntity() + "/refused", change);
              if (entry.getMissing()) {
                tallies.add(key.getSource(), key.getEntity() + "/missing", change);
              }
            });
  }
}
