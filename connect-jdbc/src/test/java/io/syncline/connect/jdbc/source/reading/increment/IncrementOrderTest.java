package io.syncline.connect.jdbc.source.reading.increment;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.Dialects;
import io.syncline.connect.jdbc.source.reading.page.CursorColumn;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncrementOrderTest {
  private static final Dialect POSTGRES = Dialects.forUrl("jdbc:postgresql:x").orElseThrow();

  private static IncrementOrder order(int digits, String zone) {
    var type = ColumnType.temporal(Kind.LOCAL_TIMESTAMP, digits);
    return new IncrementOrder(
        List.of(new CursorColumn(new Column("at", type, false), POSTGRES)), ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2026-01-01T12:00:07",
    "3, 2026-01-01T12:00:07.123",
    "6, 2026-01-01T12:00:07.123456",
    "9, 2026-01-01T12:00:07.123456789"
  })
  void shouldCutMomentToTheColumnsResolution(int digits, LocalDateTime expected) {
    // When
    var shown = order(digits, "UTC").timestampAt(Instant.parse("2026-01-01T12:00:07.123456789Z"));

    // Then
    assertThat(LocalDateTime.parse(shown)).isEqualTo(expected);
  }

  @Test
  void shouldShowMomentInTheDatabasesZone() {
    assertThat(order(6, "Europe/Vienna").timestampAt(Instant.parse("2026-07-01T12:00:00Z")))
        .isEqualTo("2026-07-01T14:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-25T00:59:30Z, 2026-10-25T02:00",
    "2026-10-25T01:30:00Z, 2026-10-25T02:30",
    "2026-10-24T23:30:00Z, 2026-10-25T01:30",
    "2026-03-29T00:30:00Z, 2026-03-29T01:30"
  })
  void shouldReckonWithClocksThatArePutBack(Instant moment, String earliest) {
    assertThat(order(6, "Europe/Vienna").earliestTimestampFrom(moment)).isEqualTo(earliest);
  }

  @Test
  void shouldGiveMillisecondsOfLocalTime() {
    assertThat(
            order(6, "Europe/Vienna").toMillis(LocalDateTime.parse("2026-07-01T14:00:00.123999")))
        .isEqualTo(Instant.parse("2026-07-01T12:00:00.123Z").toEpochMilli());
  }
}
