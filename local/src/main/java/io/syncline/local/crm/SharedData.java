package io.syncline.local.crm;

import io.syncline.local.platform.folder.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Public databases that lie beside the project, where they do. */
public final class SharedData {

  private SharedData() {}

  /** Says whether they are there, for {@code @EnabledIf}. */
  public static boolean present() {
    return Files.isDirectory(folder());
  }

  private static Path folder() {
    return Checkout.find().root().resolve("../shared/data").normalize();
  }

  /** Loads the trading company into an empty PostgreSQL database. */
  public static void loadNorthwind(Database database) throws SQLException {
    // A setting that PostgreSQL 12 took away.
    String script =
        read("northwind/northwind-postgresql.sql").replace("SET default_with_oids = false;", "");
    run(database.open(), script);
  }

  /** Loads the music shop into an empty MariaDB database. */
  public static void loadChinook(Database database) throws SQLException {
    // The script wants a database of its own name.
    String script =
        read("chinook/chinook-mysql.sql")
            .replaceAll("(?m)^(DROP DATABASE|CREATE DATABASE|USE) .*;\\R", "");
    Database several =
        new Database(
            database.name(),
            database.url() + "?allowMultiQueries=true",
            database.user(),
            database.password());
    run(several.open(), script);
  }

  private static void run(Connection opened, String script) throws SQLException {
    try (Connection connection = opened;
        Statement statement = connection.createStatement()) {
      statement.execute(script);
      while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
        // A failure in the middle shows only when its result is asked for.
      }
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(folder().resolve(file)).replace("\uFEFF", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
