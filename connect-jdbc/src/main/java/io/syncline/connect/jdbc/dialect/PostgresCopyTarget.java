package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.dialect.binary.BinaryForm;
import io.syncline.connect.jdbc.dialect.binary.BinaryRows;
import io.syncline.connect.jdbc.dialect.binary.NoBinaryFormException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyIn;

/** Table with its columns' binary forms. */
final class PostgresCopyTarget implements RowCopy.Target {
  /** Leaves room in the first buffer for the row that goes beyond it. */
  private static final int BYTES_PER_MESSAGE = BinaryRows.FIRST_SIZE - (1 << 12);

  private final Connection connection;
  private final RowShape shape;
  private final List<BinaryForm> forms;
  private final String copy;
  private final String question;

  PostgresCopyTarget(
      PostgresDialect dialect,
      Connection connection,
      RowShape shape,
      Map<String, String> types,
      List<BinaryForm> forms) {
    this.connection = connection;
    this.shape = shape;
    this.forms = forms;
    this.copy = copy(dialect, shape);
    this.question = question(dialect, shape, types);
  }

  private static String copy(PostgresDialect dialect, RowShape shape) {
    return "COPY %s (%s) FROM STDIN (FORMAT binary)"
        .formatted(dialect.quote(shape.table()), new StandardSql(dialect).names(shape.columns()));
  }

  private static String question(
      PostgresDialect dialect, RowShape shape, Map<String, String> types) {
    var keys = shape.keys();
    var arrays =
        keys.stream()
            .map(key -> "?::text[]::" + types.get(key) + "[]")
            .collect(Collectors.joining(", "));
    var names = IntStream.range(0, keys.size()).mapToObj(i -> "k" + i).toList();
    var equalities =
        IntStream.range(0, keys.size())
            .mapToObj(i -> "stored.%s = given.k%d".formatted(dialect.quote(keys.get(i)), i))
            .collect(Collectors.joining(" AND "));
    return "SELECT 1 FROM UNNEST(%s) AS given (%s) JOIN %s AS stored ON %s LIMIT 1"
        .formatted(arrays, String.join(", ", names), dialect.quote(shape.table()), equalities);
  }

  /** Planned each time: a plan made for a small table would go through a large one row by row. */
  @Override
  public boolean hasAny(List<@Nullable Object[]> rows) throws SQLException {
    if (shape.keys().isEmpty()) {
      return false;
    }
    try (var statement = connection.prepareStatement(question)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      for (var i = 0; i < shape.keys().size(); i++) {
        var column = i;
        var texts = rows.stream().map(row -> String.valueOf(row[column])).toArray(String[]::new);
        statement.setArray(i + 1, connection.createArrayOf("text", texts));
      }
      try (var answer = statement.executeQuery()) {
        return answer.next();
      }
    }
  }

  @Override
  public boolean add(List<@Nullable Object[]> rows) throws SQLException {
    var stream = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      send(rows, stream);
      return stream.endCopy() >= 0;
    } catch (NoBinaryFormException e) {
      return false;
    } finally {
      if (stream.isActive()) {
        stream.cancelCopy();
      }
    }
  }

  private void send(List<@Nullable Object[]> rows, CopyIn stream) throws SQLException {
    var bytes = new BinaryRows();
    for (var row : rows) {
      bytes.add(forms, row);
      if (bytes.size() > BYTES_PER_MESSAGE) {
        stream.writeToCopy(bytes.array(), 0, bytes.size());
        bytes.clear();
      }
    }
    bytes.end();
    stream.writeToCopy(bytes.array(), 0, bytes.size());
  }
}
