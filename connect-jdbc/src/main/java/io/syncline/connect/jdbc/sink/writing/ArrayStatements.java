package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.ArraySql;
import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement for all rows where a database takes arrays; else, and for a single row, the
 * batches.
 *
 * <p>So it is always the plain statement that has the last word on a row.
 */
final class ArrayStatements implements RowStatements {
  private final ArraySql sql;
  private final Connection connection;
  private final RowStatements batches;
  private final Map<TableId, Map<String, String>> types = new HashMap<>();

  ArrayStatements(ArraySql sql, Connection connection, RowStatements batches) {
    this.sql = sql;
    this.connection = connection;
    this.batches = batches;
  }

  @Override
  public void insert(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    var arrays = arrays(shape.table(), shape.columns(), rows);
    if (arrays.isEmpty()) {
      batches.insert(shape, rows);
    } else {
      execute(sql.insert(shape.table(), arrays.get().columns()), arrays.get());
    }
  }

  /** One by one: where two keys are equal to the database, an UPDATE over arrays picks any. */
  @Override
  public void update(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    batches.update(shape, rows);
  }

  @Override
  public void delete(TableId table, List<String> columns, List<@Nullable Object[]> rows)
      throws SQLException {
    var arrays = arrays(table, columns, rows);
    if (arrays.isEmpty()) {
      batches.delete(table, columns, rows);
    } else {
      execute(sql.delete(table, arrays.get().columns()), arrays.get());
    }
  }

  @Override
  public void upsert(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    var arrays = arrays(shape.table(), shape.columns(), rows);
    if (arrays.isEmpty()) {
      batches.upsert(shape, rows);
    } else {
      execute(sql.upsert(shape, arrays.get().columns()), arrays.get());
    }
  }

  @Override
  public Set<Integer> upsertAndTell(RowShape shape, List<@Nullable Object[]> rows)
      throws SQLException {
    var arrays = arrays(shape.table(), shape.columns(), rows);
    if (arrays.isEmpty()) {
      return batches.upsertAndTell(shape, rows);
    }
    try (var statement = prepare(sql.upsertAndTell(shape, arrays.get().columns()), arrays.get())) {
      return written(statement);
    }
  }

  private static Set<Integer> written(PreparedStatement statement) throws SQLException {
    var numbers = new HashSet<Integer>();
    try (var result = statement.executeQuery()) {
      var count = Integer.MAX_VALUE;
      while (result.next()) {
        numbers.add(result.getInt(1) - 1);
        count = result.getInt(2);
      }
      if (numbers.size() > count) {
        throw new SQLIntegrityConstraintViolationException(
            "two keys of a batch are equal to the database", "21000");
      }
    }
    return numbers;
  }

  private Optional<RowArrays> arrays(
      TableId table, List<String> columns, List<@Nullable Object[]> rows) throws SQLException {
    return rows.size() < 2
        ? Optional.empty()
        : RowArrays.of(sql, columns, columnTypes(table, columns), rows);
  }

  private Map<String, String> columnTypes(TableId table, List<String> columns) throws SQLException {
    var known = types.get(table);
    if (known == null || !known.keySet().containsAll(columns)) {
      known = sql.columnTypes(connection, table);
      types.put(table, known);
    }
    return known;
  }

  private void execute(String statement, RowArrays arrays) throws SQLException {
    try (var execution = prepare(statement, arrays)) {
      execution.executeUpdate();
    }
  }

  private PreparedStatement prepare(String statement, RowArrays arrays) throws SQLException {
    var prepared = connection.prepareStatement(statement);
    arrays.bind(prepared, connection);
    return prepared;
  }
}
