package io.syncline.streams.mapping.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.streams.mapping.function.MappingFunctions;
import io.syncline.streams.mapping.function.SourceDefaults;
import io.syncline.streams.mapping.value.Lookups;
import io.syncline.streams.yaml.YamlText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static final Table TABLE =
      new Table("t", Map.of("a", ColumnType.TEXT, "b", ColumnType.TEXT, "n", ColumnType.DECIMAL));

  private static final MappingFunctions FUNCTIONS =
      new MappingFunctions(
          new SourceDefaults(Optional.of("DE"), ZoneId.of("Europe/Berlin"), Locale.ENGLISH),
          new Lookups(Map.of("status", Map.of("N", "new", "1", "sent"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "clean(a) | ~  Ada   Lovelace ~ | Ada Lovelace",
        "upper(clean(a)) | ~ t-1 ~ | T-1",
        "email(a) | ~ ADA@Example.ORG ~ | ada@example.org",
        "country(a) | Germany | DE",
        "country(a) | Deutschland | DE",
        "country(a) | UK | GB",
        "country(a) | USA | US",
        "country(a) | Atlantis | Atlantis",
        "given_name(a) | Dr. Ada Maria Lovelace | Ada Maria",
        "family_name(a) | Dr. Ada Maria Lovelace | Lovelace",
        "family_name(a) | ~Lovelace, Ada~ | Lovelace",
        "person(a) | ~Lovelace, Ada~ | Ada Lovelace",
        "person(a) | Prince | Prince",
        "phone(a, 'Germany') | ext. 12 | ext. 12",
        "phone(a, 'Germany') | 030 901820 | +4930901820",
        "phone(a, b) | +49 30 901820 | +4930901820",
        "phone(a, 'US') | (415) 555-2671 | +14155552671",
        "join(' ', [a, b]) | Ada | Ada",
        "coalesce([b, a]) | Ada | Ada",
        "multiply(a, 3) | 9.8 | 29.4",
        "divide(a, 100, 6) | 12.50 | 0.125000",
        "round(a, 2) | 2.345 | 2.35",
        "round('2.345', a) | 2.0 | 2.35",
        "phone(a) | 030 901820 | +4930901820",
        "phone(a, b) | 030 901820 | +4930901820",
        "phone(a, 'US') | 030 901820 | 030 901820",
        "phone(a) | +1 415 555 2671 ext. 12 | +1 415 555 2671 ext. 12",
        "phone(a, 'US') | (415) 555-2671 x34 | (415) 555-2671 x34",
        "~phone(replace(a, r'(?i)\\s*(ext\\.?|x)\\s*\\d+$', ''))~ | +1 415 555 2671 ext. 12 | +14155552671",
        "~extract(a, r'(?i)(?:ext\\.?|x)\\s*(\\d+)$')~ | +1 415 555 2671 ext. 12 | 12",
        "currency(a) | eur | EUR",
        "currency(a) | € | EUR",
        "currency(a) | Kč | CZK",
        "currency(a) | Swiss Franc | CHF",
        "currency(a) | US-Dollar | USD",
        "currency(a) | $ | USD",
        "currency(a) | kr | kr",
        "currency(a) | doubloons | doubloons",
        "date(a, 'dd.MM.yyyy') | 24.12.2025 | 2025-12-24",
        "~date(a, 'dd.MM.yyyy|yyyy/MM/dd')~ | 2025/12/24 | 2025-12-24",
        "date(a, 'd MMM yy') | 3 mar 25 | 2025-03-03",
        "datetime(a, 'dd.MM.yyyy HH:mm') | 24.12.2025 08:30 | 2025-12-24T07:30:00Z",
        "datetime(a, 'dd.MM.yyyy HH:mm', 'America/New_York') | 24.06.2025 08:30 | 2025-06-24T12:30:00Z",
        "datetime(a, 'dd.MM.yyyy HH:mmXXX') | 24.12.2025 08:30+05:00 | 2025-12-24T03:30:00Z",
        "datetime(a, 'MM/dd/yyyy hh:mm a') | 12/24/2025 08:30 pm | 2025-12-24T19:30:00Z",
        "datetime(a, 'dd.MM.yyyy') | 24.12.2025 | 2025-12-23T23:00:00Z",
        "datetime(a, 'dd.MM.yyyyXXX') | 24.12.2025+05:00 | 2025-12-23T19:00:00Z",
        "datetime(a, 'dd.MM.yyyy', 'America/Sao_Paulo') | 04.11.2018 | 2018-11-04T03:00:00Z",
        "datetime(a, 'dd.MM.yyyy HH:mm') | 26.10.2025 02:30 | 2025-10-26T00:30:00Z",
        "datetime(a, 'dd.MM.yyyy HH:mmXXX') | 30.03.2025 02:30+01:00 | 2025-03-30T01:30:00Z",
        "datetime(a, 'dd.MM.yyyy HH:mm VV') | 30.03.2025 03:30 Europe/Paris | 2025-03-30T01:30:00Z",
        "decimal(a, ',') | 1.234.567,89 | 1234567.89",
        "decimal(a, ',') | 1 234,5 | 1234.5",
        "decimal(a, '.') | -1,234.50 | -1234.50",
        "decimal(a, '.') | 12,34,567 | 1234567",
        "scale(a, 2) | 1999 | 19.99",
        "lookup(a, 'status') | ~ N ~ | new",
        "lookup(a, 'status') | 1 | sent",
        "lookup(a, 'status', 'other') | X | other",
        "lookup(a, 'status', b) | X | ",
        "concat([a, '-', b, 7]) | A | A-7",
        "extract(a, r'\\d+') | order 4711 of 12 | 4711",
        "extract(a, r'no\\. (\\w+)') | no. A12 | A12",
        "extract(a, r'no\\. (\\w+)') | A12 | ",
        "replace(a, r'[^0-9]', '') | 12-34 | 1234",
        "replace(a, r'(\\w+), (\\w+)', '$2 $1') | ~Lovelace, Ada~ | Ada Lovelace",
        "hash(a) | abc | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "hash(a, 'a') | bc | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "a == null ? 'none' : a | Ada | Ada",
        "b == null ? 'none' : b | Ada | none"
      })
  void shouldAnswer(String expression, String a, String expected) {
    assertThat(evaluate(expression, a)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "clean(a)",
        "email(a)",
        "phone(a, b)",
        "country(a)",
        "given_name(a)",
        "join(' ', [a, b])",
        "coalesce([a, b])",
        "multiply(a, b)",
        "divide(a, 100, 2)",
        "round(a, 2)",
        "a"
      })
  void shouldAnswerNothingForNothing(String expression) {
    assertThat(evaluate(expression, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "phone(a)",
        "currency(a)",
        "date(a, 'dd.MM.yyyy')",
        "datetime(a, 'dd.MM.yyyy')",
        "decimal(a, ',')",
        "scale(a, 2)",
        "lookup(a, 'status')",
        "lookup(a, 'status', 'other')",
        "concat([a, b])",
        "extract(a, r'\\d+')",
        "hash(a)",
        "hash(a, 'salt')"
      })
  void shouldAnswerNothingForNothingAndForABlank(String expression) {
    assertThat(evaluate(expression, null)).isNull();
    assertThat(evaluate(expression, " ")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "date(a, 'dd.MM.yyyy') | 31.02.2025 | is no date or time of the pattern 'dd.MM.yyyy'",
        "date(a, 'dd.MM.yyyy') | secret | is no date or time of the pattern 'dd.MM.yyyy'",
        "datetime(a, 'dd.MM.yyyy HH:mm') | 24.12.2025 | is no date or time of the pattern",
        "datetime(a, 'dd.MM.yyyy HH:mm') | 30.03.2025 02:30 | is a time that the clocks of Europe/Berlin leave out",
        "datetime(a, 'dd.MM.yyyy HH:mm', 'America/New_York') | 09.03.2025 02:30 | is a time that the clocks of America/New_York leave out",
        "datetime(a, 'dd.MM.yyyy HH:mm VV') | 30.03.2025 02:30 Europe/Paris | is a time that the clocks of Europe/Paris leave out",
        "divide('7', a, 2) | 0.00 | is divided by zero",
        "decimal(a, ',') | 1,234.50 | is no number with the decimal mark ','",
        "decimal(a, '.') | 12.345.678 | is no number with the decimal mark '.'",
        "scale(a, 2) | secret | is no number",
        "round(a, 2) | secret | is no number",
        "lookup(a, 'status') | secret | is not in the lookup table 'status'",
        "hash(a, b) | secret | has no salt"
      })
  void shouldSayWhyAValueDoesNotFitWithoutShowingIt(String expression, String a, String reason) {
    assertThatThrownBy(() -> evaluate(expression, a))
        .isInstanceOf(UnmappableException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining(a);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "round('2', a) | 500000000",
        "round('2', a) | -500000000",
        "divide('1', '3', a) | 500000000",
        "scale('1', a) | -2147483648",
        "scale('1', a) | 1E999999999",
        "round('2', a) | two"
      })
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void shouldNotStandStillOverANumberOfDecimalsThatARowGives(String expression, String decimals) {
    assertThatThrownBy(() -> evaluate(expression, decimals))
        .isInstanceOf(UnmappableException.class)
        .hasMessageContaining("a number of decimals that is none of 0 to 99")
        .hasMessageNotContaining(decimals);
  }

  @Test
  @Timeout(10)
  void shouldNotStandStillOverAPatternThatBacktracks() {
    assertThat(evaluate("extract(a, r'^(a+)+$')", "a".repeat(50_000) + "!")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"divide(a, 0, 2)", "multiply(a, 'x')", "int(a) + 1 == 1"})
  void shouldRefuseWhatCannotBeEvaluatedWithoutShowingTheValue(String expression) {
    assertThatThrownBy(() -> evaluate(expression, "secret"))
        .isInstanceOf(UnmappableException.class)
        .hasMessageContaining("cannot be evaluated for this row")
        .hasMessageNotContaining("secret");
  }

  @Test
  void shouldKeepDecimalsExactInPlainColumns() {
    // Given
    var expression = compile("n");

    // When
    var value = expression.evaluate(Map.of("n", new BigDecimal("0.10")));

    // Then
    assertThat(value).hasValue(new BigDecimal("0.10"));
  }

  private static @Nullable Object evaluate(String expression, @Nullable String a) {
    var row = new HashMap<String, Object>();
    if (a != null) {
      row.put("a", a);
    }
    return compile(expression).evaluate(row).orElse(null);
  }

  private static Expression compile(String expression) {
    return new CelExpressions(TABLE, FUNCTIONS)
        .compile(new YamlText(expression, Path.of("t.yaml"), 1, 1));
  }
}
