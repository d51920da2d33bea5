package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Statements that take many rows at once, each column as one array. */
public interface ArraySql {

  /** Type of an array of values of that class; empty when they can only be bound one by one. */
  Optional<String> elementType(Class<?> type);

  /** Whether an array brings these values, all of one class, as they are. */
  boolean takes(Class<?> type, Stream<Object> values);

  /** Types of a table's columns by name, as a cast names them. */
  Map<String, String> columnTypes(Connection connection, TableId table) throws SQLException;

  String insert(TableId table, List<ArrayColumn> columns);

  /** Inserts or updates as {@link Dialect#upsert} does. */
  String upsert(RowShape shape, List<ArrayColumn> columns);

  /**
   * Upserts, and tells which rows were written. Its result has two columns: the number of a row
   * that was written, from 1, and how many were written.
   */
  String upsertAndTell(RowShape shape, List<ArrayColumn> columns);

  /** Deletes the rows that have these values. */
  String delete(TableId table, List<ArrayColumn> columns);
}
