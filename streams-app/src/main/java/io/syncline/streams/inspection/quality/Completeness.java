package io.syncline.streams.inspection.quality;

import io.syncline.schemas.Entity;
import java.util.OptionalDouble;

/**
 * The counts of one entity of one source.
 *
 * @param total rows whose last version that could be read is no deletion
 * @param duplicate of these, how many are the same customer or product as another of this source,
 *     the first of each not counted
 * @param missing of these, how many are in quarantine and have no version that passed
 * @param same of these, how many are not in quarantine: what became of them is their last version
 */
record Completeness(
    String source, Entity entity, long total, long duplicate, long missing, long same) {

  /** (total - duplicate - missing) / total; empty when there is nothing. */
  OptionalDouble completeness() {
    return share(total - duplicate - missing);
  }

  /** same / total; empty when there is nothing. */
  OptionalDouble consistency() {
    return share(same);
  }

  private OptionalDouble share(long part) {
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / total);
  }
}
