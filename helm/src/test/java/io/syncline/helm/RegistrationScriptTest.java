package io.syncline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook's script as rendered, run by the shell against answers as Connect gives them. */
class RegistrationScriptTest {

  private static final Manifests CHART = Chart.render(Values.minimal().withTarget("warehouse"));

  @TempDir Path folder;

  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  /** How the script ended. */
  record Outcome(int code, String output) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    for (var connector : CHART.configMap("connectors").entrySet()) {
      Files.writeString(folder.resolve(connector.getKey()), connector.getValue());
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldPutEveryConnectorOnceAllAreReady() throws Exception {
    // Given
    willAnswer(200, 200, 201, 200);

    // When
    var outcome = run(30);

    // Then
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).contains("north: registered", "warehouse: registered");
    assertThat(requests)
        .containsExactly(
            "GET /health/readiness ",
            "GET /health ",
            "PUT /connectors/north/config " + CHART.configMap("connectors").get("north.json"),
            "PUT /connectors/warehouse/config "
                + CHART.configMap("connectors").get("warehouse.json"));
  }

  @Test
  void shouldWaitForTheApplicationAndTheWorkers() throws Exception {
    // Given
    willAnswer(503, 200, 503, 200, 201, 201);

    // When
    var outcome = run(30);

    // Then
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).contains("no answer yet from " + url() + "/health/readiness");
  }

  @Test
  void shouldTryAgainWhileWorkersRebalance() throws Exception {
    // Given
    willAnswer(200, 200, 409, 500, 201, 201);

    // When
    var outcome = run(30);

    // Then
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).contains("north: status 409", "north: status 500");
  }

  @Test
  void shouldSayWhatWasRefusedAndRegisterTheRest() throws Exception {
    // Given
    willAnswer(200, 200, 400, 201);

    // When
    var outcome = run(30);

    // Then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("north: refused with status 400: {\"message\":\"of 400\"}")
        .contains("warehouse: registered");
  }

  @Test
  void shouldGiveUpAtTheDeadline() throws Exception {
    // Given
    willAnswer(200, 503, 503, 503, 503);

    // When
    var outcome = run(1);

    // Then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).contains("gave up after 1 s: no answer yet from " + url());
  }

  @Test
  void shouldGiveUpWhereNothingListens() throws Exception {
    // Given
    stop();

    // When
    var outcome = run(1);

    // Then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.output()).contains("gave up after 1 s");
  }

  private void willAnswer(Integer... inOrder) {
    statuses.addAll(List.of(inOrder));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    var status = statuses.remove();
    var bytes = "{\"message\":\"of %d\"}".formatted(status).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Outcome run(int deadlineSeconds) throws IOException, InterruptedException {
    var script = folder.resolve("register-connectors.sh");
    Files.writeString(script, CHART.configMap("register-connectors").get("register-connectors.sh"));
    var builder = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "APP_URL", url(),
                "CONNECT_URL", url(),
                "CONNECTORS", folder.toString(),
                "DEADLINE_SECONDS", Integer.toString(deadlineSeconds),
                "RETRY_SECONDS", "1"));
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
