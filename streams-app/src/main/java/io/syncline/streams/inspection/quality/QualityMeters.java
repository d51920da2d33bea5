package io.syncline.streams.inspection.quality;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.syncline.schemas.Entity;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Completeness and consistency as gauges. Every instance shows those of all: a reader takes any
 * one, and does not add them up.
 */
@Singleton
final class QualityMeters implements MeterBinder {

  private static final String PREFIX = "syncline.quality.";

  /** One scrape asks for many gauges, and all of them are of one report. */
  private static final Duration REPORT_LASTS = Duration.ofSeconds(5);

  private static final Map<String, ToDoubleFunction<Completeness>> COUNTS =
      Map.of(
          "total", Completeness::total,
          "duplicate", Completeness::duplicate,
          "missing", Completeness::missing,
          "same", Completeness::same);

  /** Looked up when it is first read: the stores come after the server, the meters before it. */
  private final Provider<QualityReport> report;

  private final MappedEntities mapped;
  private final InstantSource clock;
  private Instant readAt = Instant.MIN;
  private List<Completeness> last = List.of();

  QualityMeters(Provider<QualityReport> report, MappedEntities mapped, InstantSource clock) {
    this.report = report;
    this.mapped = mapped;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    mapped
        .tables()
        .forEach(
            (source, tables) -> tables.keySet().forEach(entity -> bind(registry, source, entity)));
  }

  private void bind(MeterRegistry registry, String source, Entity entity) {
    gauge(registry, "completeness", "", source, entity, c -> orNaN(c.completeness()));
    gauge(registry, "consistency", "", source, entity, c -> orNaN(c.consistency()));
    COUNTS.forEach((name, count) -> gauge(registry, "records", name, source, entity, count));
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String count,
      String source,
      Entity entity,
      ToDoubleFunction<Completeness> value) {
    var gauge =
        Gauge.builder(PREFIX + name, () -> read(source, entity, value))
            .tag("source", source)
            .tag("entity", entity.word());
    (count.isEmpty() ? gauge : gauge.tag("count", count)).register(registry);
  }

  private double read(String source, Entity entity, ToDoubleFunction<Completeness> value) {
    return latest().stream()
        .filter(counts -> counts.source().equals(source) && counts.entity() == entity)
        .mapToDouble(value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private synchronized List<Completeness> latest() {
    var now = clock.instant();
    if (readAt.isBefore(now.minus(REPORT_LASTS))) {
      readAt = now;
      last = readOrNothing();
    }
    return last;
  }

  /** While a part of the stores cannot be read, there is no number to show. */
  private List<Completeness> readOrNothing() {
    try {
      return report.get().all();
    } catch (SynclineException e) {
      return List.of();
    }
  }

  private static double orNaN(OptionalDouble share) {
    return share.orElse(Double.NaN);
  }
}
