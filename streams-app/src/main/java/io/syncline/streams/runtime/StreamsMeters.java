package io.syncline.streams.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** Kafka Streams' own metrics, among those of the process. */
@Singleton
final class StreamsMeters {

  private final MeterRegistry registry;
  private @Nullable KafkaStreamsMetrics metrics;

  StreamsMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void bind(KafkaStreams streams) {
    var bound = new KafkaStreamsMetrics(streams);
    bound.bindTo(registry);
    metrics = bound;
  }

  void close() {
    if (metrics != null) {
      metrics.close();
    }
  }
}
