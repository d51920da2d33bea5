package io.syncline.streams.mapping.suggest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param key columns of its primary key
 * @param references its columns that hold keys of other tables
 */
public record TableShape(
    String name, List<ColumnShape> columns, List<String> key, List<Reference> references) {

  public TableShape {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    references = List.copyOf(references);
  }

  /** The reference that a column is; empty when it is none. */
  public Optional<Reference> reference(String column) {
    return references.stream().filter(found -> found.column().equals(column)).findFirst();
  }

  /** The column that alone is the primary key; empty when there is none such. */
  public Optional<ColumnShape> onlyKey() {
    return key.size() == 1 ? column(key.get(0)) : Optional.empty();
  }

  private Optional<ColumnShape> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The same table with further references. */
  TableShape with(List<Reference> guessed) {
    var all = new ArrayList<>(references);
    all.addAll(guessed);
    return new TableShape(name, columns, key, all);
  }
}
