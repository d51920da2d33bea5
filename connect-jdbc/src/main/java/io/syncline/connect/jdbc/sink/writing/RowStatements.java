package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writing of many rows of one shape; a row's cells are in the order of the shape's columns. */
interface RowStatements {
  void insert(RowShape shape, List<@Nullable Object[]> rows) throws SQLException;

  void update(RowShape shape, List<@Nullable Object[]> rows) throws SQLException;

  /** Inserts or updates, and leaves alone what is stored in the same or a newer version. */
  void upsert(RowShape shape, List<@Nullable Object[]> rows) throws SQLException;

  /**
   * Upserts, and says which rows were written; that costs more.
   *
   * @return the rows' numbers
   */
  Set<Integer> upsertAndTell(RowShape shape, List<@Nullable Object[]> rows) throws SQLException;

  void delete(TableId table, List<String> columns, List<@Nullable Object[]> rows)
      throws SQLException;
}
