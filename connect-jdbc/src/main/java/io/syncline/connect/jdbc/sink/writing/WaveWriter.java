package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.BoundSql;
import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.dialect.StandardSql;
import io.syncline.connect.jdbc.dialect.UpsertStep;
import io.syncline.connect.jdbc.sink.config.InsertMode;
import io.syncline.connect.jdbc.sink.row.RowChange.Delete;
import io.syncline.connect.jdbc.sink.row.RowChange.Write;
import io.syncline.connect.jdbc.sink.row.RowLayout;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writing of one wave, children included.
 *
 * <p>Children are replaced only where the parent was really written: what the version guard holds
 * back keeps its children too.
 */
final class WaveWriter {
  private final Dialect dialect;
  private final StandardSql sql;
  private final InsertMode mode;
  private final StatementRunner statements;

  WaveWriter(Dialect dialect, InsertMode mode, Connection connection) {
    this.dialect = dialect;
    this.sql = new StandardSql(dialect);
    this.mode = mode;
    this.statements = new StatementRunner(connection);
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
    statements.run(
        sql.delete(layout.table(), layout.columns()),
        layout.columns(),
        deletes.stream().map(Delete::cells).toList());
  }

  private void deleteChildren(TableId table, String column, List<Object> parents)
      throws SQLException {
    var columns = List.of(column);
    var rows = parents.stream().map(parent -> new @Nullable Object[] {parent}).toList();
    statements.run(sql.delete(table, columns), columns, rows);
  }

  private void write(RowLayout layout, List<Write> writes) throws SQLException {
    var written = writeRows(layout, writes);
    for (var i = 0; i < layout.children().size(); i++) {
      replaceChildren(layout.children().get(i), i, written);
    }
  }

  /** Returns the rows that were touched. */
  private List<Write> writeRows(RowLayout layout, List<Write> writes) throws SQLException {
    var steps = steps(layout);
    if (steps.size() == 1 && layout.children().isEmpty()) {
      run(((UpsertStep.Write) steps.get(0)).sql(), layout, writes);
      return writes;
    }
    var waiting = writes;
    var written = new ArrayList<Write>();
    for (var step : steps) {
      if (step instanceof UpsertStep.Write write) {
        waiting = split(waiting, run(write.sql(), layout, waiting), written);
      } else if (step instanceof UpsertStep.LeaveExisting lookup) {
        waiting = absent(lookup.shape(), waiting);
      }
    }
    return written;
  }

  private List<UpsertStep> steps(RowLayout layout) {
    return switch (mode) {
      case INSERT -> List.of(new UpsertStep.Write(sql.insert(layout.shape())));
      case UPSERT -> dialect.upsert(layout.shape());
      case UPDATE -> List.of(new UpsertStep.Write(sql.update(layout.shape())));
    };
  }

  private int[] run(BoundSql statement, RowLayout layout, List<Write> writes) throws SQLException {
    return statements.run(statement, layout.shape().columns(), cells(writes));
  }

  /** Adds the rows that were touched to the list, and returns the others. */
  private static List<Write> split(List<Write> writes, int[] counts, List<Write> written) {
    var untouched = new ArrayList<Write>();
    for (var i = 0; i < counts.length; i++) {
      (StatementRunner.touched(counts[i]) ? written : untouched).add(writes.get(i));
    }
    return untouched;
  }

  private List<Write> absent(RowShape shape, List<Write> writes) throws SQLException {
    var existing = statements.existing(sql, shape, cells(writes));
    return IntStream.range(0, writes.size())
        .filter(number -> !existing.contains(number))
        .mapToObj(writes::get)
        .toList();
  }

  private static List<@Nullable Object[]> cells(List<Write> writes) {
    return writes.stream().map(Write::cells).toList();
  }

  private void replaceChildren(RowLayout.Child child, int index, List<Write> parents)
      throws SQLException {
    var replaced = parents.stream().map(write -> write.children().get(index)).toList();
    deleteChildren(
        child.table(), child.parentColumn(), replaced.stream().map(it -> it.parent()).toList());
    statements.run(
        sql.insert(child.shape()),
        child.shape().columns(),
        replaced.stream().flatMap(rows -> rows.rows().stream()).toList());
  }
}
