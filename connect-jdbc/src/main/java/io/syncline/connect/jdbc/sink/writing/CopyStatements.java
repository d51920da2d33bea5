package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.RowCopy;
import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.dialect.SqlFault;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows copied past the statements where the table has none of them yet, as in a first load.
 *
 * <p>A copy that the database refuses, for whatever reason, is taken back; then it is the
 * statements that have the last word. One that succeeds lets the next be tried unasked.
 */
final class CopyStatements implements RowStatements {
  /** Fewer are not worth the round trips. */
  private static final int FEWEST_ROWS = 100;

  private static final int ROWS_OF_SAMPLE = 10;

  private final Dialect dialect;
  private final RowCopy copy;
  private final Connection connection;
  private final RowStatements statements;
  private final Map<RowShape, Optional<Attempts>> attempts = new HashMap<>();

  CopyStatements(Dialect dialect, RowCopy copy, Connection connection, RowStatements statements) {
    this.dialect = dialect;
    this.copy = copy;
    this.connection = connection;
    this.statements = statements;
  }

  /** What is known of copying into one table. */
  private static final class Attempts {
    private final RowCopy.Target target;
    private boolean lastSucceeded;

    Attempts(RowCopy.Target target) {
      this.target = target;
    }
  }

  @Override
  public void insert(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    if (!isCopied(shape, rows)) {
      statements.insert(shape, rows);
    }
  }

  @Override
  public void update(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    statements.update(shape, rows);
  }

  @Override
  public void upsert(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    if (!isCopied(shape, rows)) {
      statements.upsert(shape, rows);
    }
  }

  @Override
  public Set<Integer> upsertAndTell(RowShape shape, List<@Nullable Object[]> rows)
      throws SQLException {
    return isCopied(shape, rows)
        ? IntStream.range(0, rows.size()).boxed().collect(Collectors.toSet())
        : statements.upsertAndTell(shape, rows);
  }

  @Override
  public void delete(TableId table, List<String> columns, List<@Nullable Object[]> rows)
      throws SQLException {
    statements.delete(table, columns, rows);
  }

  private boolean isCopied(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    if (rows.size() < FEWEST_ROWS) {
      return false;
    }
    var known = attempts.get(shape);
    if (known == null) {
      known = copy.into(connection, shape).map(Attempts::new);
      attempts.put(shape, known);
    }
    if (known.isEmpty()) {
      return false;
    }
    known.get().lastSucceeded = succeeds(known.get(), rows);
    return known.get().lastSucceeded;
  }

  private boolean succeeds(Attempts known, List<@Nullable Object[]> rows) throws SQLException {
    var before = connection.setSavepoint();
    try {
      if ((known.lastSucceeded || areNew(known.target, rows)) && known.target.add(rows)) {
        connection.releaseSavepoint(before);
        return true;
      }
    } catch (SQLException e) {
      if (SqlFault.of(dialect, e).passing()) {
        throw e;
      }
    }
    connection.rollback(before);
    return false;
  }

  /** A few tell most updates from new rows at next to no cost. */
  private static boolean areNew(RowCopy.Target target, List<@Nullable Object[]> rows)
      throws SQLException {
    return !target.hasAny(rows.subList(0, ROWS_OF_SAMPLE)) && !target.hasAny(rows);
  }
}
