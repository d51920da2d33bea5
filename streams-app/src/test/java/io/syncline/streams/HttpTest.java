package io.syncline.streams;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.json.JsonMapper;
import io.syncline.schemas.TrustedRecords;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A test that asks the application over HTTP, with stores it fills itself. */
public abstract class HttpTest {

  static {
    TrustedRecords.register();
  }

  @Inject
  @Client("/")
  HttpClient http;

  @Inject JsonMapper json;
  @Inject protected FakeStoreReader stores;
  @Inject protected FakeStreams streams;

  @BeforeEach
  void forget() {
    stores.reset();
  }

  /** The answer, whatever its status. */
  protected Answer get(String path) {
    return exchange(HttpRequest.GET(path));
  }

  protected Answer exchange(HttpRequest<?> request) {
    try {
      return new Answer(http.toBlocking().exchange(request, String.class));
    } catch (HttpClientResponseException e) {
      return new Answer(e.getResponse());
    }
  }

  /** An answer. */
  protected final class Answer {

    private final HttpResponse<?> response;

    private Answer(HttpResponse<?> response) {
      this.response = response;
    }

    public int status() {
      return response.code();
    }

    public Optional<String> header(String name) {
      return response.getHeaders().getFirst(name);
    }

    public String text() {
      return response.getBody(String.class).orElse("");
    }

    public Map<String, Object> json() {
      return parse(Argument.mapOf(String.class, Object.class));
    }

    public List<Map<String, Object>> jsonList() {
      return parse(Argument.listOf(Argument.mapOf(String.class, Object.class)));
    }

    private <T> T parse(Argument<T> type) {
      try {
        return json.readValue(text(), type);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
