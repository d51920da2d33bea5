package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.dialect.binary.BinaryForm;
import io.syncline.connect.jdbc.dialect.binary.BinaryForms;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * PostgreSQL's {@code COPY}, in its binary format.
 *
 * <p>Only into tables where it differs from an INSERT in nothing but its speed.
 */
final class PostgresCopy implements RowCopy {
  /** COPY knows neither rules nor policies, and writes what GENERATED ALWAYS keeps from INSERT. */
  private static final String IS_PLAIN_TABLE =
      "SELECT relkind IN ('r', 'p') AND NOT relhasrules AND NOT relrowsecurity"
          + " AND NOT EXISTS (SELECT FROM pg_attribute"
          + " WHERE attrelid = pg_class.oid AND attidentity = 'a')"
          + " FROM pg_class WHERE oid = to_regclass(?)";

  private final PostgresDialect dialect;

  PostgresCopy(PostgresDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public Optional<Target> into(Connection connection, RowShape shape) throws SQLException {
    if (!connection.isWrapperFor(PGConnection.class) || !isPlain(connection, shape.table())) {
      return Optional.empty();
    }
    var types = new PostgresArrays(dialect).columnTypes(connection, shape.table());
    return shape.keys().stream().anyMatch(key -> "bytea".equals(types.get(key)))
        ? Optional.empty()
        : forms(shape.columns(), types)
            .map(forms -> new PostgresCopyTarget(dialect, connection, shape, types, forms));
  }

  private boolean isPlain(Connection connection, TableId table) throws SQLException {
    try (var query = connection.prepareStatement(IS_PLAIN_TABLE)) {
      query.setString(1, dialect.quote(table));
      try (var row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static Optional<List<BinaryForm>> forms(List<String> columns, Map<String, String> types) {
    var forms = new ArrayList<BinaryForm>();
    for (var column : columns) {
      BinaryForms.of(types.getOrDefault(column, "")).ifPresent(forms::add);
    }
    return forms.size() == columns.size() ? Optional.of(forms) : Optional.empty();
  }
}
