package io.syncline.streams.canonical.revision;

import org.apache.avro.specific.SpecificRecord;

/**
 * Time by which versions are made. Of a record that is no more nothing is kept, and its id may come
 * back within the millisecond: the time is beyond every version that was taken back.
 */
public final class RevisionClock {

  private long takenBack;

  /**
   * Milliseconds since 1970, UTC.
   *
   * @param now the time of the machine
   */
  public long at(long now) {
    return Math.max(now, takenBack + 1);
  }

  /** The record is no more. */
  public void takeBack(SpecificRecord record) {
    takenBack = Math.max(takenBack, Revision.version(record));
  }
}
