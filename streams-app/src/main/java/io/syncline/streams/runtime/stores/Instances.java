package io.syncline.streams.runtime.stores;

import io.micronaut.json.JsonMapper;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import io.syncline.streams.runtime.AdvertisedAddress;
import io.syncline.streams.runtime.Streams;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Who holds what. */
@Singleton
final class Instances {

  private final Streams streams;
  private final AdvertisedAddress self;
  private final LocalStores local;
  private final JsonMapper json;
  private final PeerCodec codec;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Instances(
      Streams streams,
      AdvertisedAddress self,
      LocalStores local,
      JsonMapper json,
      PeerCodec codec) {
    this.streams = streams;
    this.self = self;
    this.local = local;
    this.json = json;
    this.codec = codec;
  }

  /** The one place of a key. */
  record Home(StoreFragment fragment, int partition) {}

  /** Where a key is, in a store that is partitioned by its own keys. */
  Home homeOf(Store<?> store, String key) {
    var found =
        ask(streams -> streams.queryMetadataForKey(store.name(), key, new StringSerializer()));
    if (found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw moving();
    }
    return new Home(fragment(found.activeHost()), found.partition());
  }

  /** Everybody who holds a part of a store; this instance first. */
  List<StoreFragment> holdersOf(Store<?> store) {
    var hosts =
        ask(streams -> streams.streamsMetadataForStore(store.name())).stream()
            .map(StreamsMetadata::hostInfo)
            .toList();
    if (hosts.isEmpty() || hosts.contains(HostInfo.unavailable())) {
      throw moving();
    }
    return hosts.stream().map(this::fragment).toList();
  }

  private StoreFragment fragment(HostInfo host) {
    return host.equals(self.get()) ? local : new PeerStores(host, http, json, codec);
  }

  private <A> A ask(Function<KafkaStreams, A> question) {
    var client = streams.client().orElseThrow(Instances.this::moving);
    try {
      return question.apply(client);
    } catch (InvalidStateStoreException e) {
      throw moving();
    }
  }

  private SynclineException moving() {
    var waitsFor = streams.status().waitsFor();
    return new SynclineException(
        ErrorCode.NOT_READY,
        waitsFor.isEmpty() ? "Partitions are moving between instances." : waitsFor);
  }
}
