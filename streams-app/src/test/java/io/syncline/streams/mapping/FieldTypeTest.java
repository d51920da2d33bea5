package io.syncline.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.streams.mapping.expression.UnmappableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

  private static final FieldType MONEY = new FieldType.Exact(19, 4);
  private static final FieldType MOMENT = new FieldType.Moment(ZoneOffset.UTC);
  private static final FieldType BERLIN = new FieldType.Moment(ZoneId.of("Europe/Berlin"));

  @Test
  void shouldHoldANumberExactly() {
    assertThat(MONEY.coerce(new BigDecimal("12.5"))).isEqualTo(new BigDecimal("12.5000"));
    assertThat(MONEY.coerce(" 12.50000 ")).isEqualTo(new BigDecimal("12.5000"));
    assertThat(MONEY.coerce(7L)).isEqualTo(new BigDecimal("7.0000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.00001", "1234567890123456", "twelve", "1E99999999", "1E-99999999"})
  void shouldRefuseANumberThatItCannotHold(String number) {
    assertThatThrownBy(() -> MONEY.coerce(number)).isInstanceOf(UnmappableException.class);
  }

  @Test
  void shouldReadMoments() {
    assertThat(MOMENT.coerce("2026-01-31")).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    assertThat(MOMENT.coerce("2026-01-31 10:00:00"))
        .isEqualTo(Instant.parse("2026-01-31T10:00:00Z"));
    assertThat(MOMENT.coerce(LocalDate.EPOCH)).isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T10:00:00+02:00",
        "2026-01-31T10:00:00+0200",
        "2026-01-31 10:00:00+02",
        "2026-01-31 10:00:00.000 +02:00",
        "2026-01-31t08:00:00z",
        "2026-01-31T03:00-05:00",
        "2026-01-31T08:00:00Z",
        " 2026-01-31 09:00:00 "
      })
  void shouldTakeAnOffsetAsWrittenAndElseTheZoneOfTheSource(String text) {
    assertThat(BERLIN.coerce(text)).isEqualTo(Instant.parse("2026-01-31T08:00:00Z"));
  }

  @Test
  void shouldBeginADayWhereItWasWritten() {
    assertThat(BERLIN.coerce("2026-07-01")).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
    assertThat(BERLIN.coerce(LocalDate.parse("2026-07-01")))
        .isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
  }

  @Test
  void shouldNotMoveATimeThatTheClocksLeaveOut() {
    assertThat(MOMENT.coerce("2026-03-29 02:30:00"))
        .isEqualTo(Instant.parse("2026-03-29T02:30:00Z"));
    assertThatThrownBy(() -> BERLIN.coerce("2026-03-29 02:30:00"))
        .isInstanceOf(UnmappableException.class)
        .hasMessageStartingWith("is a time that the clocks of Europe/Berlin leave out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-01-31T10:00:00+2",
        "2026-01-31T10:00:00+02:00Z",
        "2026-01-31T10:00:00 CET",
        "2026-13-01",
        "+999999999-01-01T00:00:00"
      })
  void shouldRefuseWhatIsNoMoment(String text) {
    assertThatThrownBy(() -> MOMENT.coerce(text)).isInstanceOf(UnmappableException.class);
  }
}
