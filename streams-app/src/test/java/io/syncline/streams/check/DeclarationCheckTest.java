package io.syncline.streams.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationCheckTest {

  private static final String MAPPING =
      """
      source: acme
      tables:
        people: {full_name: text, mail: text, joined: timestamp, vip: boolean}
        goods: {title: text, price: decimal}
      customer:
        from: people
        fields:
          name: clean(full_name)
          email: mail
      product:
        from: goods
        fields:
          name: title
          unit_price: price
      """;

  private static final String CONNECTOR =
      """
      {
        "name": "acme",
        "config": {
      \t  "table.whitelist": "people, sales.goods",
          "topic.prefix": "crm.acme."
        }
      }
      """;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void shouldFindTheProvidedSourcesSound() {
    // When
    var exitCode = check(Path.of("..", "connect-config", "sources"));

    // Then
    assertThat(printed()).contains("north ").contains("northwind ").doesNotContain("fault");
    assertThat(exitCode).isZero();
  }

  @Test
  void shouldPointAtAFaultOfMatchRules() throws IOException {
    // Given
    write("acme", MAPPING, CONNECTOR);
    var rules = Files.writeString(folder.resolve("people.match.yaml"), "customers: {}\n");

    // When
    var exitCode = check(folder, rules);

    // Then
    assertThat(printed()).contains("people.match.yaml:1:1: unknown key 'customers'", "customer");
    assertThat(exitCode).isEqualTo(2);
  }

  @Test
  void shouldNotGuessWhatAFileDeclares() throws IOException {
    // Given
    write("acme", MAPPING, CONNECTOR);
    var rules = Files.writeString(folder.resolve("rules.yaml"), "customer: {}\n");

    // When
    var exitCode = check(folder, rules);

    // Then
    assertThat(printed()).contains("its name does not say what it declares");
    assertThat(exitCode).isEqualTo(2);
  }

  @Test
  void shouldHoldSurvivorshipRulesAgainstTheSources() throws IOException {
    // Given
    write("acme", MAPPING, CONNECTOR);
    var good = folder.resolve("good.survivorship.yaml");
    Files.writeString(good, "customer: {phone: {source-priority: acme}}");
    var bad = folder.resolve("bad.survivorship.yaml");
    Files.writeString(bad, "customer: {phone: {source-priority: acne}}");

    // When
    var sound = check(folder.resolve("acme"), good);
    var faulty = check(folder.resolve("acme"), bad);

    // Then
    assertThat(List.of(sound, faulty)).containsExactly(0, 2);
    assertThat(printed())
        .contains("good.survivorship.yaml is sound")
        .contains("bad.survivorship.yaml:1:37: no source is called 'acne': did you mean 'acme'?");
  }

  @Test
  void shouldFindASourceSoundThatNamesSchemasAndUsesTabs() throws IOException {
    // Given
    write("acme", MAPPING, CONNECTOR);

    // When
    var exitCode = check(folder.resolve("acme"));

    // Then
    assertThat(printed()).isEqualTo("acme             is sound%n".formatted());
    assertThat(exitCode).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "clean(full_name) | clean(ful_name) | 8:11: undeclared reference to 'ful_name' in table 'people': did you mean 'full_name'? | clean(ful_name) | 6",
        "clean(full_name) | claen(full_name) | 8:11: there is no function 'claen': did you mean 'clean'? | claen(full_name) | 5",
        "unit_price: price | unit_price: title == 'x' | 14:17: gives boolean, but the field takes decimal | unit_price: title == 'x' | 16",
        "email: mail | email: mial | 9:12: undeclared reference to 'mial' | mial | 0",
        "email: mail | emial: mail | 9:5: unknown key 'emial' in 'fields': did you mean 'email'? | emial: mail | 4",
        "name: title | sku: title | 12:3: required is 'name' | fields: | 2",
        "price: decimal | price: money | 4:31: 'money' is no column type | goods: {title: text, price: money} | 30",
        "from: goods | from: godos | 11:9: table 'godos' is not declared under 'tables': did you mean 'goods'? | from: godos | 8"
      })
  void shouldPointAtAFaultOfAMapping(
      String right, String wrong, String fault, String line, int caret) throws IOException {
    // Given
    write("acme", MAPPING.replace(right, wrong), CONNECTOR);

    // When
    var exitCode = check(folder);

    // Then
    assertThat(printed())
        .contains("mapping.yaml:" + fault)
        .contains(line + System.lineSeparator() + "    " + " ".repeat(caret) + "^");
    assertThat(exitCode).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "crm.acme. | crm.acne. | 5:21: 'crm.acne.' does not lead to the topics of source 'acme': use 'crm.acme.' | 20",
        "sales.goods | gods | 4:23: table 'goods' is mapped, but not read: did you mean 'gods'? | 22",
        "people, | peple, | 4:23: table 'people' is mapped, but not read: did you mean 'peple'? | 22",
        "~\"config\"~ | ~\"conf\"~ | 1:1: 'connector.json' lacks the section 'config' | 0",
        "~goods\",~ | ~goods\"~ | 5:5: is no JSON | 4"
      })
  void shouldPointAtAFaultOfAConnector(String right, String wrong, String fault, int caret)
      throws IOException {
    // Given
    write("acme", MAPPING, CONNECTOR.replace(right, wrong));

    // When
    var exitCode = check(folder);

    // Then
    assertThat(printed())
        .contains("connector.json:" + fault)
        .containsPattern("\\R    \\s{%d}\\^\\R".formatted(caret))
        .contains("1 fault.");
    assertThat(exitCode).isEqualTo(2);
  }

  @Test
  void shouldNotJudgeTopicsThatTransformsRename() throws IOException {
    // Given
    var renamed = "\"crm.acne.\", \"transforms\": \"rename\"";
    write("acme", MAPPING, CONNECTOR.replace("\"crm.acme.\"", renamed));

    // When
    var exitCode = check(folder);

    // Then
    assertThat(printed()).contains("acme             is sound");
    assertThat(exitCode).isZero();
  }

  @Test
  void shouldPointAtASourceThatIsMappedTwice() throws IOException {
    // Given
    write("acme", MAPPING, CONNECTOR);
    write("other", MAPPING, CONNECTOR);

    // When
    var exitCode = check(folder);

    // Then
    assertThat(printed())
        .contains("other/mapping.yaml:1:9: source 'acme' is mapped twice: also in ")
        .contains("acme/mapping.yaml:1")
        .contains("    source: acme%n            ^%n".formatted());
    assertThat(exitCode).isEqualTo(2);
  }

  @Test
  void shouldTellEveryFaultOfEveryFileAtOnce() throws IOException {
    // Given
    write("acme", MAPPING.replace("clean(", "claen(").replace("email:", "name:"), CONNECTOR);
    write("first", MAPPING.replace(": clean(", ": claen(").replace("mail\n", "mial\n"), "{");
    write("third", MAPPING.replace("text", "txt"), CONNECTOR);

    // When
    check(folder);

    // Then
    assertThat(printed())
        .contains("acme/mapping.yaml:9:5: 'name' stands here twice")
        .contains("first/mapping.yaml:8:11: there is no function 'claen'")
        .contains("first/mapping.yaml:9:12: undeclared reference to 'mial'")
        .contains("first/connector.json:")
        .contains("third/mapping.yaml:3:23: 'txt' is no column type")
        .contains("third/mapping.yaml:3:34: 'txt' is no column type")
        .contains("third/mapping.yaml:4:18: 'txt' is no column type")
        .contains("7 faults.");
  }

  @Test
  void shouldSayWhereThereIsNothingToCheck() {
    // When
    var exitCode = check(folder);

    // Then
    assertThat(printed()).contains("there is no mapping.yaml in it");
    assertThat(exitCode).isEqualTo(2);
  }

  private void write(String source, String mapping, String connector) throws IOException {
    var path = Files.createDirectories(folder.resolve(source));
    Files.writeString(path.resolve("mapping.yaml"), mapping);
    Files.writeString(path.resolve("connector.json"), connector);
  }

  private int check(Path... paths) {
    return new DeclarationCheck(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run(List.of(paths));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
