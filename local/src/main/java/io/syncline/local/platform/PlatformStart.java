package io.syncline.local.platform;

import io.syncline.local.crm.Database;
import io.syncline.local.platform.Starts.Started;
import io.syncline.local.platform.StreamsApp.AppSettings;
import io.syncline.local.platform.connect.ConnectAddresses;
import io.syncline.local.platform.connect.ConnectWorker;
import io.syncline.local.platform.database.BinaryCache;
import io.syncline.local.platform.database.MariaDbServer;
import io.syncline.local.platform.database.PostgresServer;
import io.syncline.local.platform.folder.RunFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Start of a platform: what depends on nothing at once, the rest when it can. */
final class PlatformStart {

  private final PlatformPlan plan;
  private final StartListener listener;
  private final RunFolder run;
  private final Ending ending;

  PlatformStart(PlatformPlan plan, StartListener listener) {
    this.plan = plan;
    this.listener = listener;
    run = RunFolder.create(plan.checkout().workFolder(), Clock.systemDefaultZone());
    // Read when Kafka's clients first log, which is after this.
    System.setProperty("syncline.log", run.log("syncline").toString());
    ending = new Ending(run);
  }

  Platform run() {
    try (Starts starts = new Starts(listener)) {
      return new Platform(ending, parts(starts));
    } catch (RuntimeException | Error e) {
      ending.close();
      throw e;
    }
  }

  private Platform.Parts parts(Starts starts) {
    var registry = starts.begin("registry", this::registry, Registry::url);
    var broker = starts.begin("broker", this::broker, Broker::bootstrapServers);
    var postgres = starts.begin("postgres", this::postgres, PostgresServer::address);
    Optional<Started<MariaDbServer>> mariaDb =
        plan.mariaDb()
            ? Optional.of(starts.begin("mariadb", this::mariaDb, MariaDbServer::address))
            : Optional.empty();
    var databases = createDatabases(postgres.get(), mariaDb.map(Started::get));
    var environment = workerEnvironment(databases, registry.get());
    var connect =
        starts.begin("connect", () -> connect(broker.get(), environment), ConnectWorker::url);
    var app =
        plan.mappings()
            .map(files -> settings(broker.get(), registry.get(), files))
            .map(settings -> starts.begin("streams-app", () -> app(settings), StreamsApp::url));
    return new Platform.Parts(
        broker.get(),
        registry.get(),
        postgres.get(),
        mariaDb.map(Started::get),
        databases,
        connect.get(),
        app.map(Started::get));
  }

  private Broker broker() {
    return Broker.start(ending.children(), run, plan.ports().broker());
  }

  private Registry registry() {
    return Registry.start(
        ending.children(), run, plan.checkout().registryJar(), plan.ports().registry());
  }

  private PostgresServer postgres() {
    return PostgresServer.start(ending.children(), run, cache(), plan.ports().postgres());
  }

  private MariaDbServer mariaDb() {
    return MariaDbServer.start(ending.children(), run, cache(), plan.ports().mariaDb());
  }

  private ConnectWorker connect(Broker broker, Map<String, String> environment) {
    List<Path> plugins = new ArrayList<>(plan.checkout().pluginRoots());
    plugins.addAll(plan.plugins());
    ConnectAddresses addresses =
        new ConnectAddresses(plan.ports().connect(), broker.bootstrapServers(), plugins);
    return ConnectWorker.start(ending.children(), run, addresses, environment);
  }

  private StreamsApp app(AppSettings settings) {
    return StreamsApp.start(ending.children(), run, plan.checkout().streamsAppJar(), settings);
  }

  private AppSettings settings(Broker broker, Registry registry, List<Path> mappings) {
    return new AppSettings(
        plan.ports().http(), broker.bootstrapServers(), registry.url(), mappings);
  }

  private BinaryCache cache() {
    return new BinaryCache(plan.checkout().workFolder().resolve("cache"));
  }

  private Map<String, Database> createDatabases(
      PostgresServer postgres, Optional<MariaDbServer> mariaDb) {
    Map<String, Database> databases = new LinkedHashMap<>();
    plan.databases()
        .forEach(
            (name, engine) ->
                databases.put(
                    name,
                    switch (engine) {
                      case POSTGRES -> postgres.createDatabase(name);
                      case MARIADB -> mariaDb.orElseThrow().createDatabase(name);
                    }));
    return databases;
  }

  private Map<String, String> workerEnvironment(
      Map<String, Database> databases, Registry registry) {
    Map<String, String> environment = new LinkedHashMap<>();
    databases.forEach(
        (name, database) -> {
          String prefix = "SYNCLINE_" + name.toUpperCase(Locale.ROOT);
          environment.put(prefix + "_URL", database.url());
          environment.put(prefix + "_HOST", database.address().getHost());
          environment.put(prefix + "_PORT", Integer.toString(database.address().getPort()));
          environment.put(prefix + "_DATABASE", database.address().getPath().substring(1));
          environment.put(prefix + "_USER", database.user());
          environment.put(prefix + "_PASSWORD", database.password());
        });
    environment.putAll(plan.environment());
    environment.put("SYNCLINE_REGISTRY_URL", registry.url());
    return environment;
  }
}
