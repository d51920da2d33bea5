package io.syncline.streams.canonical.revision;

import io.syncline.schemas.CommonFields;
import org.apache.avro.specific.SpecificRecord;

/**
 * The newest version that was taken back since the start. Of a record that is no more nothing is
 * kept, and its id may come back within the millisecond: what comes is beyond this version.
 */
public final class TakenBack {

  private long version;

  /** Milliseconds since 1970, UTC; 0 when nothing was taken back. */
  public long version() {
    return version;
  }

  /** The record is no more. */
  public void add(SpecificRecord record) {
    version = Math.max(version, CommonFields.version(record));
  }
}
