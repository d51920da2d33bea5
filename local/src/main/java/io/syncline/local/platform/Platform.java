package io.syncline.local.platform;

import io.syncline.local.LocalException;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.connect.ConnectWorker;
import io.syncline.local.platform.database.MariaDbServer;
import io.syncline.local.platform.database.PostgresServer;
import io.syncline.local.process.ChildFailure;
import io.syncline.local.process.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All that runs: started in order, known by address, stopped in reverse order. */
public final class Platform implements AutoCloseable {

  private final Ending ending;
  private final Parts parts;

  Platform(Ending ending, Parts parts) {
    this.ending = ending;
    this.parts = parts;
  }

  /** Returns when every part can be used; stops what has started when one cannot. */
  public static Platform start(PlatformPlan plan, StartListener listener) {
    return new PlatformStart(plan, listener).run();
  }

  public Broker broker() {
    return parts.broker();
  }

  public Registry registry() {
    return parts.registry();
  }

  public PostgresServer postgres() {
    return parts.postgres();
  }

  public MariaDbServer mariaDb() {
    return parts.mariaDb().orElseThrow(() -> new IllegalStateException("Planned without MariaDB"));
  }

  public ConnectWorker connect() {
    return parts.connect();
  }

  public StreamsApp app() {
    return parts.app().orElseThrow(() -> new IllegalStateException("Planned without application"));
  }

  /** A database of the plan. */
  public Database database(String name) {
    return Optional.ofNullable(parts.databases().get(name))
        .orElseThrow(
            () -> new IllegalArgumentException("No database %s in the plan".formatted(name)));
  }

  public Path logs() {
    return ending.run().logs();
  }

  /** Children that are running, in the order they were started. */
  public List<ChildProcess> children() {
    return ending.children().alive();
  }

  /** Completes when a child ends without having been told to. */
  public CompletableFuture<ChildFailure> failure() {
    return ending.children().failure();
  }

  /**
   * Throws when a child has ended or a connector has failed.
   *
   * @throws LocalException saying which and why
   */
  public void requireHealthy() {
    ending.children().requireAllAlive();
    connect().api().requireNoneFailed();
  }

  /** Stops every child and removes the data; the logs stay. */
  @Override
  public void close() {
    ending.close();
  }

  /** What was started. */
  record Parts(
      Broker broker,
      Registry registry,
      PostgresServer postgres,
      Optional<MariaDbServer> mariaDb,
      Map<String, Database> databases,
      ConnectWorker connect,
      Optional<StreamsApp> app) {}
}
