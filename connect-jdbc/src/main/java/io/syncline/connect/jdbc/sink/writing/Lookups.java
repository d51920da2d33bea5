package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.dialect.StandardSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Search for rows before they are written, which locks those that are there.
 *
 * <p>A first question, cheap and for many rows, finds out that none is there, as in a first load.
 */
final class Lookups {
  private static final int ROWS_PER_QUESTION = 500;

  /** Longer statements cost more to parse than they save. */
  private static final int ROWS_PER_LOOKUP = 50;

  private final StandardSql sql;
  private final Connection connection;

  Lookups(StandardSql sql, Connection connection) {
    this.sql = sql;
    this.connection = connection;
  }

  FoundRows find(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    var found = new FoundRows();
    for (var from = 0; from < rows.size(); from += ROWS_PER_QUESTION) {
      var some = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_QUESTION));
      if (some.size() <= ROWS_PER_LOOKUP || isAnyThere(shape, some)) {
        lookUpAll(shape, some, from, found);
      }
    }
    return found;
  }

  private boolean isAnyThere(RowShape shape, List<@Nullable Object[]> rows) throws SQLException {
    try (var question = connection.prepareStatement(sql.anyExisting(shape, rows.size()))) {
      bind(question, rows, keys(shape));
      try (var answer = question.executeQuery()) {
        return answer.next();
      }
    }
  }

  private void lookUpAll(RowShape shape, List<@Nullable Object[]> rows, int first, FoundRows found)
      throws SQLException {
    for (var from = 0; from < rows.size(); from += ROWS_PER_LOOKUP) {
      var some = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_LOOKUP));
      try (var lookup = connection.prepareStatement(sql.lookUp(shape, some.size()))) {
        bind(lookup, some, versionAndKeys(shape));
        try (var answer = lookup.executeQuery()) {
          found.add(answer, first + from);
        }
      }
    }
  }

  private static List<Integer> keys(RowShape shape) {
    return positions(shape, shape.keys());
  }

  private static List<Integer> versionAndKeys(RowShape shape) {
    var columns = new ArrayList<>(shape.version().stream().toList());
    columns.addAll(shape.keys());
    return positions(shape, columns);
  }

  private static List<Integer> positions(RowShape shape, List<String> columns) {
    return columns.stream().map(shape.columns()::indexOf).toList();
  }

  private static void bind(
      PreparedStatement statement, List<@Nullable Object[]> rows, List<Integer> positions)
      throws SQLException {
    var parameter = 1;
    for (var row : rows) {
      for (var position : positions) {
        statement.setObject(parameter, row[position]);
        parameter++;
      }
    }
  }
}
