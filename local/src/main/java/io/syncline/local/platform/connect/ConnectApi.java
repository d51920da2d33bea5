package io.syncline.local.platform.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.syncline.local.LocalException;
import io.syncline.local.process.RestClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** REST API of the Connect worker. */
public final class ConnectApi {

  private final RestClient client;

  ConnectApi(String url) {
    client = new RestClient(url);
  }

  /** Class names of the connectors on the plugin path. */
  public List<String> connectorClasses() {
    return elements(client.get("/connector-plugins"))
        .map(plugin -> plugin.path("class").asText())
        .toList();
  }

  /** Creates the connector, or gives an existing one this configuration. */
  public void register(Connector connector) {
    client.put("/connectors/%s/config".formatted(connector.name()), connector.config().toString());
  }

  public List<String> connectors() {
    return elements(client.get("/connectors")).map(JsonNode::asText).toList();
  }

  /** A connector that the worker has not taken up yet is UNASSIGNED. */
  public ConnectorStatus status(String connector) {
    return status(connector, statuses().path(connector));
  }

  /** Throws when a connector or one of its tasks has failed, with the reason it gives. */
  public void requireNoneFailed() {
    statuses()
        .fields()
        .forEachRemaining(
            connector ->
                status(connector.getKey(), connector.getValue())
                    .failure()
                    .ifPresent(reason -> fail(connector.getKey(), reason)));
  }

  public void restart(String connector) {
    client.post("/connectors/%s/restart?includeTasks=true".formatted(connector), "");
  }

  public void delete(String connector) {
    client.delete("/connectors/" + connector);
  }

  private JsonNode statuses() {
    return client.get("/connectors?expand=status");
  }

  private static ConnectorStatus status(String name, JsonNode answer) {
    JsonNode status = answer.path("status");
    List<JsonNode> tasks = elements(status.path("tasks")).toList();
    List<JsonNode> parts =
        Stream.concat(Stream.of(status.path("connector")), tasks.stream()).toList();
    return new ConnectorStatus(
        name,
        status.path("connector").path("state").asText("UNASSIGNED"),
        tasks.size(),
        (int) tasks.stream().filter(task -> task.path("state").asText().equals("RUNNING")).count(),
        parts.stream().flatMap(part -> firstLineOfTrace(part).stream()).findFirst());
  }

  private static void fail(String connector, String reason) {
    throw new LocalException("Connector %s failed: %s".formatted(connector, reason));
  }

  private static Optional<String> firstLineOfTrace(JsonNode part) {
    if (!part.path("state").asText().equals("FAILED")) {
      return Optional.empty();
    }
    return part.path("trace").asText("no reason given").lines().findFirst();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
