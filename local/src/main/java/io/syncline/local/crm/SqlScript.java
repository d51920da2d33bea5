package io.syncline.local.crm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** SQL statements from the class path, each ended by a semicolon and an empty line. */
public record SqlScript(String text) {

  /** Reads a script that lies beside this class. */
  static SqlScript named(String name) {
    try (InputStream in = SqlScript.class.getResourceAsStream(name)) {
      return new SqlScript(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot read " + name, e);
    }
  }

  /** Runs one statement after the other. */
  public void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : text.split(";\\s*\\n\\s*\\n|;\\s*$")) {
        statement.execute(sql);
      }
    }
  }
}
