package io.syncline.connect.jdbc.table;

/** Column of a table. */
public record Column(String name, ColumnType type, boolean nullable) {

  /** The same column, taken for the text that the database shows of it. */
  public Column asText() {
    return new Column(name, ColumnType.of(ColumnType.Kind.TEXT), nullable);
  }
}
