package io.syncline.streams.runtime.stores;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Entries on their way between instances. */
@Serdeable
record PeerEntries(List<PeerEntry> entries) {

  /**
   * One entry.
   *
   * @param value the value as its changelog has it, in Base64: readable across releases
   */
  @Serdeable
  record PeerEntry(String key, String value) {}
}
