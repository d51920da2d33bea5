package io.syncline.streams.inspection.quarantine;

import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;

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

  static Quarantined quarantined(
      String id, int partition, @Nullable ByteBuffer value, String... rules) {
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
            .setStage("quality")
            .setViolations(
                List.of(rules).stream()
                    .map(rule -> new Violation(rule, rule, "is no address"))
                    .toList())
            .setOrigin(origin)
            .build();
    return new Quarantined(id, rejection, MONDAY, TUESDAY, false);
  }

  private static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
