package io.syncline.local.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.LocalException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP to one of the children. */
public final class RestClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String root;

  public RestClient(String root) {
    this.root = root;
  }

  public JsonNode get(String path) {
    return send(request(path).GET());
  }

  public JsonNode put(String path, String json) {
    return send(request(path).PUT(BodyPublishers.ofString(json)));
  }

  public JsonNode post(String path, String json) {
    return send(request(path).POST(BodyPublishers.ofString(json)));
  }

  public void delete(String path) {
    send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json");
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new LocalException(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(),
                    request.uri(),
                    response.statusCode(),
                    message(response.body())));
      }
      return mapper.readTree(response.body());
    } catch (IOException e) {
      throw new LocalException("%s does not answer: %s".formatted(request.uri(), reason(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalException("Interrupted while asking " + request.uri(), e);
    }
  }

  /** What the JSON of Connect, the registry or the application says went wrong. */
  private String message(String body) {
    try {
      JsonNode json = mapper.readTree(body);
      return json.path("message").asText(json.path("detail").asText(body));
    } catch (JsonProcessingException e) {
      return body;
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
