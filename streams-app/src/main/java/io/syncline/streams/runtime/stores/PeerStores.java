package io.syncline.streams.runtime.stores;

import io.micronaut.json.JsonMapper;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreReader.Entry;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** What another instance holds of the stores. */
final class PeerStores implements StoreFragment {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final HostInfo peer;
  private final HttpClient http;
  private final JsonMapper json;
  private final PeerCodec codec;

  PeerStores(HostInfo peer, HttpClient http, JsonMapper json, PeerCodec codec) {
    this.peer = peer;
    this.http = http;
    this.json = json;
    this.codec = codec;
  }

  @Override
  public <V extends SpecificRecord> Optional<V> get(
      Store<V> store, String key, Optional<Integer> partition) {
    var where = partition.map(number -> "&partition=" + number).orElse("");
    return ask(store, "entry?key=" + encoded(key) + where).stream().map(Entry::value).findFirst();
  }

  @Override
  public <V extends SpecificRecord> List<Entry<V>> range(Store<V> store, String from, int max) {
    return ask(store, "entries?from=" + encoded(from) + "&max=" + max);
  }

  private <V extends SpecificRecord> List<Entry<V>> ask(Store<V> store, String question) {
    var uri =
        "http://%s:%d/peer/stores/%s/%s"
            .formatted(peer.host(), peer.port(), store.name(), question);
    try {
      var request = HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build();
      var response = http.send(request, BodyHandlers.ofByteArray());
      requireOk(response);
      return codec.read(store, json.readValue(response.body(), PeerEntries.class));
    } catch (IOException e) {
      throw unreachable(e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("the request was given up", e);
    }
  }

  private void requireOk(HttpResponse<?> response) {
    if (response.statusCode() == UNAVAILABLE) {
      throw new SynclineException(
          ErrorCode.NOT_READY,
          "The instance at %s:%d is not ready to answer.".formatted(peer.host(), peer.port()));
    }
    if (response.statusCode() != OK) {
      throw unreachable("status " + response.statusCode(), null);
    }
  }

  private SynclineException unreachable(String why, @Nullable Throwable cause) {
    return new SynclineException(
        ErrorCode.OWNER_UNREACHABLE,
        "The instance at %s:%d does not answer (%s). If it is gone, its work moves on by itself."
            .formatted(peer.host(), peer.port(), why),
        cause);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
