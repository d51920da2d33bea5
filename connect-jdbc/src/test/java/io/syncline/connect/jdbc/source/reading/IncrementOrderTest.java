package io.syncline.connect.jdbc.source.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.Dialects;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncrementOrderTest {
  private static final Dialect POSTGRES = Dialects.forUrl("jdbc:postgresql:x").orElseThrow();

  private static IncrementOrder order(int digits, String zone, Duration delay) {
    var type = ColumnType.temporal(Kind.LOCAL_TIMESTAMP, digits);
    return new IncrementOrder(
        List.of(new CursorColumn(new Column("at", type, false), POSTGRES)), ZoneId.of(zone), delay);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2026-01-01T12:00:07",
    "3, 2026-01-01T12:00:07.123",
    "6, 2026-01-01T12:00:07.123456",
    "9, 2026-01-01T12:00:07.123456789"
  })
  void shouldCutHorizonToTheColumnsResolution(int digits, LocalDateTime expected) {
    // When
    var horizon =
        order(digits, "UTC", Duration.ZERO)
            .horizon(Instant.parse("2026-01-01T12:00:07.123456789Z"));

    // Then
    assertThat(horizon).isEqualTo(expected);
  }

  @Test
  void shouldKeepDelayAndZone() {
    // When
    var horizon =
        order(6, "Europe/Vienna", Duration.ofMillis(1500))
            .horizon(Instant.parse("2026-07-01T12:00:00Z"));

    // Then
    assertThat(horizon).isEqualTo(LocalDateTime.parse("2026-07-01T13:59:58.5"));
  }

  @Test
  void shouldGiveMillisecondsOfLocalTime() {
    assertThat(order(6, "Europe/Vienna", Duration.ZERO).toMillis("2026-07-01T14:00:00.123999"))
        .isEqualTo(Instant.parse("2026-07-01T12:00:00.123Z").toEpochMilli());
  }
}
