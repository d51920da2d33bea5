package io.syncline.local.fault.merge;

import io.syncline.local.LocalException;
import io.syncline.local.bench.topology.flow.Servers;
import io.syncline.local.platform.folder.Folder;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.JavaCommand;
import io.syncline.local.process.Ports;
import io.syncline.local.process.RestClient;
import io.syncline.streams.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application as it is shipped, killed and started again. */
final class KilledApplication {

  static final String ID = "killed-merges";

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int HEAP = 512;

  private final Servers servers;
  private ChildProcess process;
  private RestClient api;

  KilledApplication(Servers servers) {
    this.servers = servers;
  }

  /** Starts it, again or for the first time; does not wait for it. */
  void start(Evidence evidence) {
    var port = Ports.any();
    api = new RestClient("http://127.0.0.1:" + port);
    process =
        servers.serve(
            "streams-app",
            JavaCommand.withHeap(HEAP).small(),
            Application.class,
            List.of(),
            environment(port, evidence));
  }

  void awaitReady() {
    process.awaitReady(LIMIT, () -> api.get("/health/readiness"));
  }

  void kill9() {
    process.kill9();
  }

  /** As on a machine that it has not run on before. */
  void forgetState() {
    Folder.delete(stateFolder());
  }

  /** The customer that an id stands for or leads to; empty where it answers that there is none. */
  Optional<String> customer(String id) {
    try {
      return Optional.of(api.get("/api/customers/" + id).path("id").asText());
    } catch (LocalException e) {
      if (e.getMessage().contains("answered 404")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Map<String, String> environment(int port, Evidence evidence) {
    Map<String, String> environment = new HashMap<>();
    environment.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
    environment.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
    environment.put("SYNCLINE_KAFKA_BOOTSTRAP_SERVERS", servers.broker().bootstrapServers());
    environment.put("SYNCLINE_REGISTRY_URL", servers.registry().url());
    environment.put("SYNCLINE_STREAMS_APPLICATION_ID", ID);
    environment.put("SYNCLINE_STREAMS_STATE_DIR", stateFolder().toString());
    // As a pod has one: the next process need not wait until the last one is missed.
    environment.put("SYNCLINE_STREAMS_INSTANCE_ID", "killed");
    environment.put("SYNCLINE_MATCH", file(evidence));
    environment.put("SYNCLINE_MAPPINGS", mapping("north") + "," + mapping("south"));
    return environment;
  }

  private Path stateFolder() {
    return servers.dataOf(ID);
  }

  private String file(Evidence evidence) {
    if (evidence.file().isEmpty()) {
      return "";
    }
    try {
      return Files.writeString(servers.dataOf(evidence + ".match.yaml"), evidence.file())
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path mapping(String source) {
    return servers.checkout().source(source).resolve("mapping.yaml");
  }
}
