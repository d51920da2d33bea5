package io.syncline.streams.runtime.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.syncline.streams.runtime.Streams;
import io.syncline.streams.runtime.StreamsStatus.Phase;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Answer to "must this process be restarted?": only after a fault that it cannot leave by itself.
 */
@Liveness
@Singleton
final class StreamsLiveness implements HealthIndicator {

  private final Streams streams;

  StreamsLiveness(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    var status = streams.status();
    var failed = status.phase() == Phase.FAILED;
    return Publishers.just(
        HealthResult.builder("streams", failed ? HealthStatus.DOWN : HealthStatus.UP)
            .details(failed ? Map.of("remedy", status.waitsFor()) : Map.of())
            .build());
  }
}
