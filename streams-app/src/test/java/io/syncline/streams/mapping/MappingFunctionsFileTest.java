package io.syncline.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.streams.yaml.DeclarationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file can get wrong about functions is known before the first row. */
class MappingFunctionsFileTest {

  private static final String FILE =
      """
      source: acme
      defaults: {country: Germany, zone: Europe/Berlin}
      lookups:
        status: {A: active, 1: idle}
      tables:
        people: {name: text, born: text, state: text}
      customer:
        from: people
        fields:
          name: EXPRESSION
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "date(born, 'bogus') | 'bogus' is no pattern of dates | 11",
        "date(born, 'HH:mm') | 'HH:mm' is no pattern of dates | 11",
        "date(born, 'dd.MM.YYYY') | 'dd.MM.YYYY' is no pattern of dates | 11",
        "datetime(born, 'dd.MM.yyyy', 'Europe/Berlyn') | 'Europe/Berlyn' is no time zone | 29",
        "decimal(born, ';') | ';' is no decimal mark | 14",
        "round(born, 'x') | 'x' is no number of decimals | 12",
        "scale(born, 100) | '100' is no number of decimals | 12",
        "lookup(state, 'states') | there is no lookup table 'states': did you mean 'status'? | 14",
        "lookup(state, name) | lookup() takes a literal here | 14",
        "extract(name, 'a(b') | 'a(b' is no regular expression | 14",
        "extract(name, r'(a)\\1') | is no regular expression | 14",
        "extract(name, born) | extract() takes a literal here | 14",
        "replace(name, 'a', '$1') | '$1' is no replacement for this pattern | 19",
        "clean(name, born) | no matching overload for 'clean' | 5",
        "clena(name) | there is no function 'clena': did you mean 'clean'? | 5"
      })
  void shouldRefuseACallThatCannotWorkAndPointAtIt(String expression, String fault, int caret) {
    assertThatThrownBy(() -> load(FILE.replace("EXPRESSION", expression)))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("mapping.yaml:10:11: ")
        .hasMessageContaining(fault)
        .hasMessageContaining("%n    %s%n    %s^".formatted(expression, " ".repeat(caret)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Germany | Germania-X | mapping.yaml:2:21: 'Germania-X' is no country: use its ISO 3166 code",
        "Europe/Berlin | Europe/Berln | mapping.yaml:2:36: 'Europe/Berln' is no time zone",
        "Europe/Berlin | Europe/Berln | did you mean 'Europe/Berlin'?",
        "Europe/Berlin | UTC, language: germn | mapping.yaml:2:51: 'germn' is no language: use its ISO 639 code, such as de",
        "country: | contry: | mapping.yaml:2:12: unknown key 'contry' in 'defaults': did you mean 'country'?",
        "1: idle | A: idle | mapping.yaml:4:23: 'A' stands here twice",
        "1: idle | 1: [idle] | mapping.yaml:4:26: expected a text in 'status'"
      })
  void shouldRefuseADefaultOrATableThatIsWrong(String right, String wrong, String fault) {
    assertThatThrownBy(() -> load(FILE.replace("EXPRESSION", "name").replace(right, wrong)))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void shouldSayWhereLookupTablesAreDeclared() {
    assertThatThrownBy(
            () ->
                load(
                    FILE.replace("EXPRESSION", "lookup(state, 'status')")
                        .replaceAll("(?m)^lookups:\n.*\n", "")))
        .hasMessageContaining("there is no lookup table 'status': declare it under 'lookups'");
  }

  @Test
  void shouldTakeAFileThatUsesThemAll() throws IOException {
    // Given
    var expression = "concat([phone(name), lookup(state, 'status'), date(born, 'dd.MM.yyyy')])";

    // When
    var mappings = load(FILE.replace("EXPRESSION", expression));

    // Then
    assertThat(mappings.sourceTopics()).containsExactly("crm.acme.people");
  }

  private Mappings load(String text) throws IOException {
    return Mappings.load(List.of(Files.writeString(folder.resolve("mapping.yaml"), text)));
  }
}
