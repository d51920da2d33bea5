package io.syncline.connect.jdbc.dialect;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * LISTEN and NOTIFY of PostgreSQL.
 *
 * <p>JDBC has no word for them, so the driver's own methods are called by their names.
 */
final class PostgresNotifications implements Notifications {
  private static final int LONGEST_NAME = 63;

  private final PostgresDialect dialect;

  PostgresNotifications(PostgresDialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public Optional<String> unfit(String channel) {
    if (channel.isBlank()) {
      return Optional.of("it is empty; name a channel, or remove the key.");
    }
    if (channel.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("it has control characters; use letters, digits and _.");
    }
    return channel.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
        ? Optional.of("it is longer than the 63 bytes that PostgreSQL allows; shorten it.")
        : Optional.empty();
  }

  @Override
  public void listen(Connection connection, String channel) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + dialect.quote(channel));
    }
  }

  @Override
  public List<String> await(Connection connection, Duration longest) throws SQLException {
    try {
      var calls = connection.getClass().getMethod("getNotifications", int.class);
      var heard = (Object[]) calls.invoke(connection, (int) longest.toMillis());
      var payloads = new ArrayList<String>();
      for (var each : heard == null ? new Object[0] : heard) {
        payloads.add((String) each.getClass().getMethod("getParameter").invoke(each));
      }
      return payloads;
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException fault ? fault : new SQLException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new SQLException("the driver tells of no notifications", e);
    }
  }
}
