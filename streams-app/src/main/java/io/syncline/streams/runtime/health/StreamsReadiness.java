package io.syncline.streams.runtime.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.syncline.streams.runtime.Streams;
import io.syncline.streams.runtime.StreamsStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Answer to "can this process be asked?": when every partition is restored and processed. */
@Readiness
@Singleton
final class StreamsReadiness implements HealthIndicator {

  private final Streams streams;

  StreamsReadiness(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    var status = streams.status();
    return Publishers.just(
        HealthResult.builder("streams", status.ready() ? HealthStatus.UP : HealthStatus.DOWN)
            .details(details(status))
            .build());
  }

  private static Map<String, Object> details(StreamsStatus status) {
    var details = new LinkedHashMap<String, Object>();
    details.put("phase", status.phase().name().toLowerCase(Locale.ROOT));
    details.put("threads", "%d of %d".formatted(status.liveThreads(), status.threads()));
    if (!status.waitsFor().isEmpty()) {
      details.put("waits_for", status.waitsFor());
    }
    return details;
  }
}
