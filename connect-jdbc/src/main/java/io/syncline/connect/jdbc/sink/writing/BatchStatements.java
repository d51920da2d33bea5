package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.BoundSql;
import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.dialect.StandardSql;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements that any database understands, in JDBC batches. */
final class BatchStatements implements RowStatements {
  private final Dialect dialect;
  private final StandardSql sql;
  private final Batches batches;
  private final Lookups lookups;

  BatchStatements(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.sql = new StandardSql(dialect);
    this.batches = new Batches(connection);
    this.lookups = new Lookups(sql, connection);
  }

  @Override
  public void insert(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    batches.run(sql.insert(shape), shape.columns(), rows);
  }

  @Override
  public void update(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    batches.run(sql.update(shape), shape.columns(), rows);
  }

  @Override
  public void delete(TableId table, List<String> columns, List<@Nullable Object[]> rows)
      throws SQLException {
    batches.run(sql.delete(table, columns), columns, rows);
  }

  @Override
  public void upsert(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    var statement = dialect.upsert(shape);
    if (statement.isPresent()) {
      batches.run(statement.get(), shape.columns(), rows);
    } else {
      afterLookup(shape, rows);
    }
  }

  @Override
  public Set<Integer> upsertAndTell(RowShape shape, List<@Nullable Object[]> rows)
      throws SQLException {
    var statement = dialect.upsert(shape);
    return statement.isPresent() ? counted(statement.get(), shape, rows) : afterLookup(shape, rows);
  }

  private Set<Integer> counted(BoundSql statement, RowShape shape, List<@Nullable Object[]> rows)
      throws SQLException {
    var counts = batches.run(statement, shape.columns(), rows);
    return IntStream.range(0, counts.length)
        .filter(number -> Batches.touched(counts[number]))
        .boxed()
        .collect(Collectors.toSet());
  }

  /** The rows that are there are locked by then, so what was seen of them stays true. */
  private Set<Integer> afterLookup(RowShape shape, List<@Nullable Object[]> rows)
      throws SQLException {
    var found = lookups.find(shape, rows);
    var older = found.older(rows.size());
    var absent = found.absent(rows.size());
    update(shape, older.stream().map(rows::get).toList());
    insert(shape, absent.stream().map(rows::get).toList());
    return Stream.concat(older.stream(), absent.stream()).collect(Collectors.toSet());
  }
}
