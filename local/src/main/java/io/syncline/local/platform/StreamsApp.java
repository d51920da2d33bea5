package io.syncline.local.platform;

import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.ChildCommand;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.Children;
import io.syncline.local.process.JavaCommand;
import io.syncline.local.process.RestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The application: the topology with its HTTP API. */
public final class StreamsApp {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final int HEAP = 512;

  private final Children children;
  private final ChildCommand command;
  private final String url;
  private ChildProcess process;

  private StreamsApp(Children children, ChildCommand command, String url) {
    this.children = children;
    this.command = command;
    this.url = url;
    process = run();
  }

  static StreamsApp start(Children children, RunFolder run, Path jar, AppSettings settings) {
    ChildCommand command =
        new ChildCommand(
            "streams-app",
            JavaCommand.withHeap(HEAP).serial().jar(jar),
            settings.environment(run.dataOf("streams-app")),
            run.log("streams-app"));
    return new StreamsApp(children, command, "http://127.0.0.1:" + settings.port());
  }

  public String url() {
    return url;
  }

  public ChildProcess process() {
    return process;
  }

  /** Starts the application again, on what its last process has left behind. */
  public void restart() {
    process.stop();
    process = run();
  }

  private ChildProcess run() {
    ChildProcess started = children.startServer(command);
    RestClient client = new RestClient(url);
    started.awaitReady(LIMIT, () -> client.get("/health/readiness"));
    return started;
  }

  /**
   * What the application is told through its environment.
   *
   * @param mappings files, one per source
   */
  record AppSettings(int port, String bootstrapServers, String registryUrl, List<Path> mappings) {

    Map<String, String> environment(Path stateFolder) {
      return Map.of(
          "MICRONAUT_SERVER_HOST",
          "127.0.0.1",
          "MICRONAUT_SERVER_PORT",
          Integer.toString(port),
          "SYNCLINE_KAFKA_BOOTSTRAP_SERVERS",
          bootstrapServers,
          "SYNCLINE_REGISTRY_URL",
          registryUrl,
          "SYNCLINE_STREAMS_STATE_DIR",
          stateFolder.toString(),
          "SYNCLINE_MAPPINGS",
          mappings.stream().map(Path::toString).collect(Collectors.joining(",")));
    }
  }
}
