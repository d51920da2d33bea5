package io.syncline.local.crm;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Address of a source or target database. */
public record Database(String name, String url, String user, String password) {

  /** Opens a new connection, which the caller closes. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Host, port and, as path, the database's own name, for those who take no JDBC URL. */
  public URI address() {
    return URI.create(url.substring("jdbc:".length()));
  }

  /** Names the database without its password, which must not reach a log. */
  @Override
  public String toString() {
    return name + " at " + url;
  }
}
