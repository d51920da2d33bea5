package io.syncline.connect.jdbc.table;

/**
 * Name of a table, written as in the database.
 *
 * @param schema schema (on MariaDB the database), empty for the connection's own
 */
public record TableId(String schema, String name) implements Comparable<TableId> {

  /** Reads {@code name} or {@code schema.name}. */
  public static TableId parse(String text) {
    var dot = text.indexOf('.');
    return dot < 0
        ? new TableId("", text)
        : new TableId(text.substring(0, dot), text.substring(dot + 1));
  }

  public boolean hasSchema() {
    return !schema.isEmpty();
  }

  public TableId inSchema(String other) {
    return new TableId(other, name);
  }

  @Override
  public int compareTo(TableId other) {
    var bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return hasSchema() ? schema + "." + name : name;
  }
}
