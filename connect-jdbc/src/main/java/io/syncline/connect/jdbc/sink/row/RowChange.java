package io.syncline.connect.jdbc.sink.row;

import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** What a record does to a row. */
public sealed interface RowChange {
  SinkRecord record();

  RowKey key();

  /**
   * A row to be there.
   *
   * @param cells in the order of the layout's columns, the key first
   * @param children in the order of the layout's child tables
   */
  record Write(
      SinkRecord record,
      RowKey key,
      RowLayout layout,
      @Nullable Object[] cells,
      List<ChildRows> children)
      implements RowChange {

    /** Whether this row wins over the other of the same key and layout, which came before it. */
    public boolean supersedes(Write earlier) {
      return layout.versionIndex().map(at -> isNewer(cells[at], earlier.cells[at])).orElse(true);
    }

    @SuppressWarnings("unchecked")
    private static boolean isNewer(@Nullable Object mine, @Nullable Object other) {
      return mine != null && other != null && ((Comparable<Object>) mine).compareTo(other) > 0;
    }
  }

  /**
   * Rows of one child table that a parent is to have, and no others.
   *
   * @param parent the parent's key, as the child's column holds it
   * @param rows cells in the order of the child's columns
   */
  record ChildRows(Object parent, List<@Nullable Object[]> rows) {}

  /**
   * A row to be gone, with its children.
   *
   * @param cells of the key
   * @param parents the key as each child table holds it
   */
  record Delete(
      SinkRecord record,
      RowKey key,
      RowLayout.Tombstone layout,
      @Nullable Object[] cells,
      List<Object> parents)
      implements RowChange {}
}
