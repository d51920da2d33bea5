package io.syncline.connect.jdbc.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRecordTest {

  @ParameterizedTest
  @CsvSource({
    "1969-12-31T23:59:59Z, 1970-01-01T00:00:00Z",
    "2020-02-29T12:00:00Z, 2020-02-29T12:00:00Z"
  })
  void shouldHaveATimeThatABrokerTakes(Instant row, Instant expected) {
    assertThat(at(row).timestamp()).isEqualTo(expected.toEpochMilli());
  }

  @Test
  void shouldNotBeOfTheFuture() {
    var before = System.currentTimeMillis();
    var record = at(Instant.parse("2999-01-01T00:00:00Z"));
    assertThat(record.timestamp()).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void shouldEqualItselfAlone() {
    var now = Instant.now();
    var record = at(now);
    assertThat(record).isEqualTo(record).isNotEqualTo(at(now));
  }

  private static RowRecord at(Instant timestamp) {
    return new RowRecord(
        Map.of("table", "orders"),
        Map.of("id", "1"),
        "orders",
        Schema.INT32_SCHEMA,
        1,
        Schema.STRING_SCHEMA,
        "first",
        timestamp.toEpochMilli());
  }
}
