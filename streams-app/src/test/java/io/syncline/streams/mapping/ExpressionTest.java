package io.syncline.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.streams.yaml.YamlText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static final Table TABLE =
      new Table("t", Map.of("a", ColumnType.TEXT, "b", ColumnType.TEXT, "n", ColumnType.DECIMAL));

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
    return new CelExpressions(TABLE).compile(new YamlText(expression, Path.of("t.yaml"), 1, 1));
  }
}
