package io.syncline.streams.mapping.suggest.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueProfileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ada@example.org|EMAIL",
        "+49 151 5551234|PHONE",
        "(171) 555-7788|PHONE",
        "Deutschland|COUNTRY",
        "GB|COUNTRY",
        "€|CURRENCY",
        "2026-01-31|TIME",
        "31.01.2026|TIME",
        "Ada Lovelace|PERSON",
        "Meyer & Sons GmbH|COMPANY",
        "12 Baker Street|STREET",
        "EC1A 1BB|POSTCODE",
        "SKU-0001|CODE",
        "12.50|AMOUNT"
      })
  void shouldTellWhatAValueLooksLike(String value, ValueKind kind) {
    // When
    var profile = ValueProfile.of(List.of(value));

    // Then
    assertThat(profile.share(kind)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-31|PHONE",
        "12345|PHONE",
        "ada at example|EMAIL",
        "Atlantis|COUNTRY",
        "Meyer GmbH|PERSON",
        "-1|AMOUNT",
        "101|FRACTION"
      })
  void shouldNotTakeOneThingForAnother(String value, ValueKind kind) {
    // When
    var profile = ValueProfile.of(List.of(value));

    // Then
    assertThat(profile.share(kind)).isZero();
  }

  @Test
  void shouldLeaveBlankValuesOut() {
    // When
    var profile = ValueProfile.of(List.of("ada@example.org", " ", "", "nobody"));

    // Then
    assertThat(profile.filled()).isEqualTo(2);
    assertThat(profile.tell(ValueKind.EMAIL)).isEqualTo("50 % of 2 values are e-mail addresses");
  }

  @Test
  void shouldKnowTheBoundsOfNumbers() {
    // When
    var profile = ValueProfile.of(List.of("1.50", "20", "0.12345"));

    // Then
    assertThat(profile.most()).contains(new BigDecimal("20"));
    assertThat(profile.scale()).isEqualTo(5);
  }

  @Test
  void shouldReadMonthsFirstWhereOneDayIsBeyondTheTwelfth() {
    // When
    var profile = ValueProfile.of(List.of("01/02/2026", "01/31/2026"));

    // Then
    assertThat(profile.time()).contains(TimePattern.SLASHES_MONTH_FIRST);
  }

  @Test
  void shouldKnowNoPatternWhereValuesAreWrittenInSeveral() {
    // When
    var profile = ValueProfile.of(List.of("31.01.2026", "2026-01-31"));

    // Then
    assertThat(profile.time()).isEmpty();
  }
}
