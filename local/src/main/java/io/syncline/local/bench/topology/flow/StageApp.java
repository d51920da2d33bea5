package io.syncline.local.bench.topology.flow;

import io.syncline.local.bench.topology.program.Settings;
import io.syncline.local.bench.topology.program.Stage;
import io.syncline.local.bench.topology.program.StageApplication;
import io.syncline.local.platform.folder.Folder;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.JavaCommand;
import io.syncline.local.process.Ports;
import io.syncline.local.process.RestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The application with its settings for production, the topology of which ends after a stage. */
public final class StageApp implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(15);

  /** Half of the memory that the chart gives it. */
  public static final int HEAP = 768;

  private final Servers servers;
  private final Stage stage;
  private final String id;
  private final int threads;
  private final Optional<Path> profile;
  private ChildProcess process;

  private StageApp(Servers servers, Stage stage, String id, int threads, Optional<Path> profile) {
    this.servers = servers;
    this.stage = stage;
    this.id = id;
    this.threads = threads;
    this.profile = profile;
    process = run();
  }

  /**
   * Returns when it processes.
   *
   * @param id of the application, not used before
   */
  public static StageApp start(
      Servers servers, Stage stage, String id, int threads, Optional<Path> profile) {
    return new StageApp(servers, stage, id, threads, profile);
  }

  public String id() {
    return id;
  }

  public Duration cpu() {
    return Cpu.of(process);
  }

  public Path stateFolder() {
    return servers.dataOf(id);
  }

  public void stop() {
    process.stop();
  }

  /** Starts it again; returns when it processes, with all of its state. */
  public void startAgain() {
    process = run();
  }

  private ChildProcess run() {
    int port = Ports.any();
    JavaCommand java = JavaCommand.withHeap(HEAP).serial();
    profile.ifPresent(folder -> java.recording(folder.resolve(id + ".jfr")));
    ChildProcess started =
        servers.serve(
            "streams-app",
            java,
            StageApplication.class,
            Settings.none().with("stage", stage).lines(),
            environment(port));
    RestClient client = new RestClient("http://127.0.0.1:" + port);
    started.awaitReady(LIMIT, () -> client.get("/health/readiness"));
    return started;
  }

  private Map<String, String> environment(int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
    environment.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
    environment.put("SYNCLINE_KAFKA_BOOTSTRAP_SERVERS", servers.broker().bootstrapServers());
    environment.put("SYNCLINE_REGISTRY_URL", servers.registry().url());
    environment.put("SYNCLINE_STREAMS_APPLICATION_ID", id);
    environment.put("SYNCLINE_STREAMS_STATE_DIR", stateFolder().toString());
    environment.put("SYNCLINE_STREAMS_THREADS", Integer.toString(threads));
    environment.put("SYNCLINE_MAPPINGS", mapping("north") + "," + mapping("south"));
    return environment;
  }

  private Path mapping(String source) {
    return servers.checkout().source(source).resolve("mapping.yaml");
  }

  /** Ends it, and leaves no state. */
  @Override
  public void close() {
    stop();
    Folder.delete(stateFolder());
  }
}
