package io.syncline.streams.canonical.revision;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Provenance;

/** Where the fields of a canonical record come from. */
public final class Provenances {

  private Provenances() {}

  /** Says that a field's value comes from a record, by a rule. */
  public static Provenance of(String field, MappedRecord record, String rule) {
    return new Provenance(
        field, record.getSource(), record.getCoordinates(), record.getVersion(), rule);
  }
}
