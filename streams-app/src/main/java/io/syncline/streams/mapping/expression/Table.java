package io.syncline.streams.mapping.expression;

import java.util.Map;

/**
 * A source table, as far as a mapping relies on it.
 *
 * @param name name as in the database and in the topic's name
 * @param columns the declared columns with their types
 */
public record Table(String name, Map<String, ColumnType> columns) {

  public Table {
    columns = Map.copyOf(columns);
  }
}
