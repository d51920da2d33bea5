package io.syncline.connect.jdbc.database;

import io.syncline.connect.jdbc.config.ConnectionConfig;
import io.syncline.connect.jdbc.dialect.Dialect;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Properties;

/** Database that can be connected to. */
public final class Database {
  private static final Duration LONGEST_GRACE = Duration.ofSeconds(10);

  private final ConnectionConfig config;
  private final Dialect dialect;
  private final Driver driver;

  public Database(ConnectionConfig config) {
    this.config = config;
    this.dialect = config.dialect();
    this.driver = Drivers.create(dialect.driverClass());
  }

  public Dialect dialect() {
    return dialect;
  }

  /** A connection that cannot write. */
  public Connection openReader() throws SQLException {
    var connection = open();
    try {
      dialect.limitStatements(connection, config.patience());
      dialect.prepareReader(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection whose caller commits. */
  public Connection openWriter() throws SQLException {
    var connection = open();
    try {
      dialect.limitStatements(connection, config.patience());
      dialect.prepareWriter(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection outside of transactions: notifications come only between them. */
  public Connection openListener() throws SQLException {
    return open();
  }

  private Connection open() throws SQLException {
    var url = dialect.driverUrl(config.url());
    var connection = driver.connect(url, properties());
    if (connection == null) {
      throw new SQLException("the driver does not accept this connection.url", "08001");
    }
    return connection;
  }

  private Properties properties() {
    var properties = new Properties();
    config.user().ifPresent(user -> properties.setProperty("user", user));
    config.password().ifPresent(it -> properties.setProperty("password", it.value()));
    var defaults = new HashMap<>(dialect.driverDefaults());
    if (!config.patience().isZero()) {
      defaults.putAll(dialect.driverPatience(config.patience().plus(grace())));
    }
    defaults.entrySet().stream()
        .filter(setting -> !config.url().contains(setting.getKey() + "="))
        .forEach(setting -> properties.setProperty(setting.getKey(), setting.getValue()));
    return properties;
  }

  /** A server that can still end a statement itself is given the time to do so. */
  private Duration grace() {
    return config.patience().compareTo(LONGEST_GRACE) < 0 ? config.patience() : LONGEST_GRACE;
  }
}
