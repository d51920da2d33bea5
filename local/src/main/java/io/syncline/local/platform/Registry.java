package io.syncline.local.platform;

import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.ChildCommand;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.Children;
import io.syncline.local.process.JavaCommand;
import io.syncline.local.process.Ports;
import io.syncline.local.process.RestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Schema registry that speaks Confluent's REST API. */
public final class Registry {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final int HEAP = 384;

  private final int port;
  private final ChildProcess process;

  private Registry(int port, ChildProcess process) {
    this.port = port;
    this.process = process;
  }

  public static Registry start(Children children, RunFolder run, Path jar, int port) {
    List<String> server =
        JavaCommand.withHeap(HEAP)
            .small()
            .property("quarkus.http.host", "127.0.0.1")
            .property("quarkus.http.port", port)
            .property("quarkus.management.host", "127.0.0.1")
            .property("quarkus.management.port", Ports.any())
            .property("java.util.logging.manager", "org.jboss.logmanager.LogManager")
            .jar(jar);
    Registry registry =
        new Registry(
            port, children.startServer(new ChildCommand("registry", server, run.log("registry"))));
    registry.process.awaitReady(LIMIT, registry::listSubjects);
    registry.refuseIncompatible();
    return registry;
  }

  /** Address of the API, as {@code schema.registry.url} takes it. */
  public String url() {
    return "http://127.0.0.1:%d/apis/ccompat/v7".formatted(port);
  }

  public ChildProcess process() {
    return process;
  }

  private void listSubjects() throws Exception {
    new RestClient(url()).get("/subjects");
  }

  /** This registry compares nothing unless told to; a source's new column has to stay readable. */
  private void refuseIncompatible() {
    new RestClient(url()).put("/config", "{\"compatibility\": \"BACKWARD\"}");
  }
}
