package io.syncline.streams;

import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole application, within the test's process. */
final class Instance implements AutoCloseable {

  static final String REGISTRY = "mock://instances";

  private static final int OK = 200;
  private static final Set<Integer> RETRY = Set.of(502, 503);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ApplicationContext application;
  private final EmbeddedServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private Instance(ApplicationContext application) {
    this.application = application;
    this.server = application.getBean(EmbeddedServer.class);
  }

  static Instance start(EmbeddedKafka kafka, Path stateDir) {
    var instance =
        new Instance(
            ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(
                    Map.of(
                        "syncline.kafka.bootstrap-servers",
                        kafka.address(),
                        "syncline.registry.url",
                        REGISTRY,
                        "syncline.mappings",
                        "../connect-config/sources/north/mapping.yaml",
                        "syncline.streams.threads",
                        1,
                        "syncline.streams.state-dir",
                        stateDir.toString(),
                        "micronaut.server.host",
                        "127.0.0.1",
                        "micronaut.server.port",
                        -1))
                .start());
    instance.server.start();
    return instance;
  }

  boolean ready() {
    return ask("/health/readiness").statusCode() == OK;
  }

  Map<String, Object> get(String path) {
    return parse(text(path), Argument.mapOf(String.class, Object.class));
  }

  List<Map<String, Object>> list(String path) {
    return parse(text(path), Argument.listOf(Argument.mapOf(String.class, Object.class)));
  }

  /**
   * The answer's body. While partitions move from one instance to another the application says
   * "retry", and so does this, as every client is to.
   */
  String text(String path) {
    return await()
        .atMost(PATIENCE)
        .until(() -> ask(path), answer -> !RETRY.contains(answer.statusCode()))
        .body();
  }

  Map<String, Object> post(String path, Map<String, ?> body) {
    try {
      var json = application.getBean(JsonMapper.class).writeValueAsString(body);
      var request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
      return parse(
          send(request.POST(BodyPublishers.ofString(json)).build()).body(),
          Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T parse(String text, Argument<T> type) {
    try {
      return application.getBean(JsonMapper.class).readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> ask(String path) {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getPort() + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    application.close();
  }
}
