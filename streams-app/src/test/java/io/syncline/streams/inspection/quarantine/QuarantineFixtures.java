package io.syncline.streams.inspection.quarantine;

import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;

import io.syncline.schemas.Cause;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Origin;
import io.syncline.schemas.OriginHeader;
import io.syncline.schemas.Quarantined;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Violation;
import io.syncline.streams.FakeStoreReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records in quarantine, with sensible values in every field. */
final class QuarantineFixtures {

  static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  static final Instant TUESDAY = Instant.parse("2026-01-06T08:00:00Z");
  static final String ADA = "north/customer/4711";

  private QuarantineFixtures() {}

  static void put(FakeStoreReader stores, String id, int partition, String... rules) {
    stores.put(QUALITY_QUARANTINE, id, quarantined(id, partition, null, rules));
  }

  /** Refused by mapping for one reason. */
  static void putUnmapped(
      FakeStoreReader stores, String id, @Nullable String field, String message) {
    var reason = new Violation("mapping", field, message);
    stores.put(QUALITY_QUARANTINE, id, quarantined(id, 0, null, "mapping", List.of(reason)));
  }

  /** All that is in quarantine for one reason. */
  static Cause cause(String rule, long count, Instant firstSeen, Instant lastSeen, String example) {
    return Cause.newBuilder()
        .setSource("north")
        .setEntity("customer")
        .setStage("quality")
        .setRule(rule)
        .setField(rule)
        .setMessage("is no address")
        .setCount(count)
        .setFirstSeen(firstSeen)
        .setLastSeen(lastSeen)
        .setExample(example)
        .setExampleCoordinates(new Coordinates("crm.north.customers", 1, 42L))
        .build();
  }

  static Quarantined quarantined(
      String id, int partition, @Nullable ByteBuffer value, String... rules) {
    var reasons =
        List.of(rules).stream().map(rule -> new Violation(rule, rule, "is no address")).toList();
    return quarantined(id, partition, value, "quality", reasons);
  }

  private static Quarantined quarantined(
      String id, int partition, @Nullable ByteBuffer value, String stage, List<Violation> reasons) {
    var origin =
        Origin.newBuilder()
            .setCoordinates(new Coordinates("crm.north.customers", partition, 42L))
            .setTimestamp(Instant.ofEpochMilli(1000))
            .setValue(value)
            .setHeaders(List.of(new OriginHeader("trace", buffer("abc"))))
            .build();
    var rejection =
        Rejection.newBuilder()
            .setSource(id.split("/")[0])
            .setSourceKey(id.contains("/") ? SourceKeys.parse(id) : null)
            .setStage(stage)
            .setViolations(reasons)
            .setOrigin(origin)
            .build();
    return new Quarantined(id, rejection, MONDAY, TUESDAY, false);
  }

  private static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
