package io.syncline.schemas;

/** Which version of which row gave a field of a source record its value. */
public final class FieldRows {

  private FieldRows() {}

  /**
   * The row of a field: one that is joined to the record, else the record's own.
   *
   * @param field its name; an attribute's after `attributes.`
   */
  public static RowVersion of(MappedRecord record, String field) {
    var supplier = record.getSuppliers().get(field);
    return supplier == null
        ? new RowVersion(record.getCoordinates(), record.getVersion())
        : supplier;
  }
}
