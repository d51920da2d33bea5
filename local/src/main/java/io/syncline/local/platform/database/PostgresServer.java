package io.syncline.local.platform.database;

import io.syncline.local.LocalException;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.folder.BuildVersions;
import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.ChildCommand;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.Children;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL server. */
public final class PostgresServer implements DatabaseServer {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Children children;
  private final ChildCommand command;
  private final int port;
  private ChildProcess process;

  private PostgresServer(Children children, ChildCommand command, int port) {
    this.children = children;
    this.command = command;
    this.port = port;
    process = run();
  }

  public static PostgresServer start(
      Children children, RunFolder run, BinaryCache cache, int port) {
    String version = BuildVersions.read().postgres();
    Path bin = cache.unpacked("postgres-" + version, PostgresServer::unpack).resolve("bin");
    Path data = run.dataOf("postgres");
    Path log = run.log("postgres");
    children
        .start(new ChildCommand("postgres initdb", initialise(bin, data, passwordIn(run)), log))
        .awaitSuccess(LIMIT);
    return new PostgresServer(
        children, new ChildCommand("postgres", serve(bin, data, port), log), port);
  }

  @Override
  public Database createDatabase(String name) {
    try (Connection connection = database("postgres").open();
        Statement statement = connection.createStatement()) {
      statement.execute("create database \"%s\"".formatted(name));
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

  /** Starts the server again, on the data of its last process. */
  public void restart() {
    process.stop();
    process = run();
  }

  private ChildProcess run() {
    ChildProcess started = children.startServer(command);
    started.awaitReady(LIMIT, () -> database("postgres").open().close());
    return started;
  }

  private Database database(String name) {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    return new Database(name, url, USER, PASSWORD);
  }

  private static void unpack(Path folder) throws IOException {
    var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", "x86_64");
    BinaryCache.untarXz(archive, folder);
  }

  private static Path passwordIn(RunFolder run) {
    return run.write("postgres.password", PASSWORD);
  }

  private static List<String> initialise(Path bin, Path data, Path password) {
    return unprivileged(
        bin.resolve("initdb").toString(),
        "--pgdata=" + data,
        "--username=" + USER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-locale",
        "--no-sync");
  }

  private static List<String> serve(Path bin, Path data, int port) {
    return unprivileged(
        bin.resolve("postgres").toString(),
        "-D",
        data.toString(),
        "-p",
        Integer.toString(port),
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=",
        "-c",
        "timezone=UTC",
        // For sources that read the log of changes.
        "-c",
        "wal_level=logical",
        // The data live as long as the run.
        "-c",
        "fsync=off");
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
  private static List<String> unprivileged(String... words) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root") && LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(words));
    return command;
  }
}
