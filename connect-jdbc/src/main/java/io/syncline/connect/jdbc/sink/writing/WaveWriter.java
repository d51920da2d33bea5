package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.sink.config.InsertMode;
import io.syncline.connect.jdbc.sink.row.RowChange.Delete;
import io.syncline.connect.jdbc.sink.row.RowChange.Write;
import io.syncline.connect.jdbc.sink.row.RowLayout;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writing of one wave, children included.
 *
 * <p>Children are replaced only where the parent was really written: what the version guard holds
 * back keeps its children too.
 */
final class WaveWriter {
  private final InsertMode mode;
  private final RowStatements statements;

  WaveWriter(Dialect dialect, InsertMode mode, Connection connection) {
    this.mode = mode;
    this.statements = statements(dialect, connection);
  }

  private static RowStatements statements(Dialect dialect, Connection connection) {
    var batches = new BatchStatements(dialect, connection);
    var statements =
        dialect
            .arrays()
            .<RowStatements>map(arrays -> new ArrayStatements(arrays, connection, batches))
            .orElse(batches);
    return dialect
        .copy()
        .<RowStatements>map(copy -> new CopyStatements(dialect, copy, connection, statements))
        .orElse(statements);
  }

  void write(Wave wave) throws SQLException {
    if (!wave.deletes().isEmpty()) {
      delete(wave.deletes());
    }
    for (var writes : wave.writes()) {
      write(writes.get(0).layout(), writes);
    }
  }

  /** All tombstones of a table name the same columns, whatever their schemas. */
  private void delete(Collection<Delete> deletes) throws SQLException {
    var layout = deletes.iterator().next().layout();
    for (var i = 0; i < layout.children().size(); i++) {
      var at = i;
      var child = layout.children().get(i);
      deleteChildren(
          child.table(), child.column(), deletes.stream().map(it -> it.parents().get(at)).toList());
    }
    statements.delete(
        layout.table(), layout.columns(), deletes.stream().map(Delete::cells).toList());
  }

  private void deleteChildren(TableId table, String column, List<Object> parents)
      throws SQLException {
    var rows = parents.stream().map(parent -> new @Nullable Object[] {parent}).toList();
    statements.delete(table, List.of(column), rows);
  }

  private void write(RowLayout layout, List<Write> writes) throws SQLException {
    var rows = writes.stream().map(Write::cells).toList();
    switch (mode) {
      case INSERT -> statements.insert(layout.shape(), rows);
      case UPDATE -> statements.update(layout.shape(), rows);
      case UPSERT -> {
        if (layout.children().isEmpty()) {
          statements.upsert(layout.shape(), rows);
        } else {
          var written = statements.upsertAndTell(layout.shape(), rows);
          replaceChildren(layout, written.stream().sorted().map(writes::get).toList());
        }
      }
    }
  }

  private void replaceChildren(RowLayout layout, List<Write> parents) throws SQLException {
    for (var i = 0; i < layout.children().size(); i++) {
      replaceChildren(layout.children().get(i), i, parents);
    }
  }

  private void replaceChildren(RowLayout.Child child, int index, List<Write> parents)
      throws SQLException {
    var replaced = parents.stream().map(write -> write.children().get(index)).toList();
    deleteChildren(
        child.table(), child.parentColumn(), replaced.stream().map(it -> it.parent()).toList());
    statements.insert(
        child.shape(), replaced.stream().flatMap(rows -> rows.rows().stream()).toList());
  }
}
