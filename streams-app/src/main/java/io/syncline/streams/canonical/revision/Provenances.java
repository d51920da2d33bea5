package io.syncline.streams.canonical.revision;

import io.syncline.schemas.FieldRows;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.RowVersion;

/** Where the fields of a canonical record come from. */
public final class Provenances {

  private static final String CUSTOMER_ID = "customer_id";

  private Provenances() {}

  /** Says that a field's value comes from a record, by a rule. */
  public static Provenance of(String field, MappedRecord record, String rule) {
    var row = rowOf(field, record);
    return new Provenance(field, record.getSource(), row.getCoordinates(), row.getVersion(), rule);
  }

  /** The row of a record that gives a canonical field: its own, or one that is joined to it. */
  public static RowVersion rowOf(String field, MappedRecord record) {
    return FieldRows.of(record, field.equals(CUSTOMER_ID) ? "customer" : field);
  }
}
