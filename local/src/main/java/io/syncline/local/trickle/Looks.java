package io.syncline.local.trickle;

import io.syncline.local.crm.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Looks into one target for signs; for one thread. */
final class Looks implements AutoCloseable {

  private final Connection connection;

  /** Each query is asked many times. */
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Looks(Database target) throws SQLException {
    connection = target.open();
  }

  boolean sees(Sign sign) throws SQLException {
    PreparedStatement statement = prepared(sign.query());
    int i = 1;
    for (Object parameter : sign.parameters()) {
      statement.setObject(i++, parameter);
    }
    try (ResultSet row = statement.executeQuery()) {
      return row.next() != sign.gone();
    }
  }

  private PreparedStatement prepared(String query) throws SQLException {
    PreparedStatement statement = prepared.get(query);
    if (statement == null) {
      statement = connection.prepareStatement(query);
      prepared.put(query, statement);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
