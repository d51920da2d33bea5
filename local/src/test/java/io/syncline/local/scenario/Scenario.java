package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.check.CheckReport;
import io.syncline.local.check.CrmExpectation;
import io.syncline.local.check.SqlExpectation;
import io.syncline.local.check.TargetCheck;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.PlatformPlan;
import io.syncline.local.platform.PlatformPlan.Engine;
import io.syncline.local.platform.PlatformPorts;
import io.syncline.local.platform.StartListener;
import io.syncline.local.platform.connect.Connector;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.process.RestClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A platform with two sources, both targets, and the application that maps these sources. */
final class Scenario implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<String> TARGETS = List.of("warehouse", "webshop");

  private final Checkout checkout = Checkout.find();
  private final List<String> sources;
  private final Platform platform;

  private Scenario(String onPostgres, String onMariaDb) {
    sources = List.of(onPostgres, onMariaDb);
    platform =
        Platform.start(
            PlatformPlan.of(checkout, PlatformPorts.free())
                .withDatabase(onPostgres, Engine.POSTGRES)
                .withDatabase(onMariaDb, Engine.MARIADB)
                .withDatabase("warehouse", Engine.POSTGRES)
                .withDatabase("webshop", Engine.MARIADB)
                .withApp(
                    sources.stream().map(s -> checkout.source(s).resolve("mapping.yaml")).toList()),
            StartListener.silent());
  }

  /** Starts the platform; the databases are empty, and no connector runs. */
  static Scenario of(String onPostgres, String onMariaDb) {
    return new Scenario(onPostgres, onMariaDb);
  }

  /** Registers the connectors of both sources and both targets. */
  void connect() {
    Stream.concat(sources.stream().map(checkout::source), TARGETS.stream().map(checkout::target))
        .map(Connector::in)
        .forEach(platform.connect().api()::register);
  }

  Platform platform() {
    return platform;
  }

  Database database(String name) {
    return platform.database(name);
  }

  List<Database> targets() {
    return TARGETS.stream().map(this::database).toList();
  }

  RestClient api() {
    return new RestClient(platform.app().url());
  }

  Topics topics() {
    return new Topics(platform.broker().bootstrapServers(), platform.registry().url());
  }

  /** Waits until both targets equal both sources, row by row. */
  CheckReport shouldEqual() throws SQLException, InterruptedException {
    List<CrmExpectation> expectations =
        sources.stream().map(this::database).<CrmExpectation>map(SqlExpectation::new).toList();
    CheckReport report = new TargetCheck(expectations, targets()).runUntilEqual(PATIENCE);
    platform.requireHealthy();
    assertThat(report.equal()).as(String.join("\n", report.lines())).isTrue();
    return report;
  }

  /** Runs statements in a source, each committed on its own. */
  void change(String source, String... statements) throws SQLException {
    try (var connection = database(source).open();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first column of the first row of a query. */
  String ask(String database, String query) throws SQLException {
    try (var connection = database(database).open();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getObject(1)) : "nothing";
    }
  }

  @Override
  public void close() {
    platform.close();
  }
}
