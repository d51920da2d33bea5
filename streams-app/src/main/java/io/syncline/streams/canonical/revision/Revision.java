package io.syncline.streams.canonical.revision;

import io.syncline.schemas.CommonFields;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Versions of canonical records. A version is the time in milliseconds, or one more than the
 * version before where time has not moved on: it grows with every change, also when the state is
 * built anew from the source topics, so that targets take the new records for newer.
 */
public final class Revision {

  private Revision() {}

  /**
   * The next version of a record; empty when nothing but the version would change.
   *
   * @param candidate the record without a version; filled in place
   * @param last a version that the next one is beyond, as is the previous record's
   * @param now milliseconds since 1970, UTC
   */
  public static <V extends SpecificRecord> Optional<V> next(
      Optional<V> previous, V candidate, long last, long now) {
    var version = candidate.getSchema().getField("version").pos();
    var updatedAt = candidate.getSchema().getField("updated_at").pos();
    if (previous.isPresent()) {
      candidate.put(version, previous.get().get(version));
      candidate.put(updatedAt, previous.get().get(updatedAt));
      if (candidate.equals(previous.get())) {
        return Optional.empty();
      }
    }
    var newest = Math.max(last, previous.map(CommonFields::version).orElse(0L));
    candidate.put(version, Math.max(now, newest + 1));
    candidate.put(updatedAt, Instant.ofEpochMilli(now));
    return Optional.of(candidate);
  }
}
