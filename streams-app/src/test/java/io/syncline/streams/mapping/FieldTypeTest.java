package io.syncline.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.streams.mapping.expression.UnmappableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

  private static final FieldType MONEY = new FieldType.Exact(19, 4);
  private static final FieldType MOMENT = new FieldType.Moment();

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
  @ValueSource(strings = {"yesterday", "2026-13-01", "+999999999-01-01T00:00:00"})
  void shouldRefuseWhatIsNoMoment(String text) {
    assertThatThrownBy(() -> MOMENT.coerce(text)).isInstanceOf(UnmappableException.class);
  }
}
