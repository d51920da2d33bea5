package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the database says of a table, or of the query that is read in its place. */
interface Description {
  TableId id();

  /**
   * Texts that change when, and only when, columns or key do; nobody can alter them until the
   * transaction ends.
   */
  List<String> layout(Connection connection) throws SQLException;

  /**
   * @return empty when there is no such table
   */
  Optional<TableDefinition> definition(Connection connection) throws SQLException;

  /** Whether a fault says that there is no such table any more. */
  boolean isGone(SQLException fault);

  /** Fails when rows would be left out that have no place in the order. */
  void ensureOrdered(Connection connection) throws SQLException;
}
