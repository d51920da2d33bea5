package io.syncline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chart's README and schema, against values.yaml. */
class ReadmeTest {

  private static final Path README = Chart.FOLDER.resolve("README.md");
  private static final Path VALUES = Chart.FOLDER.resolve("values.yaml");
  private static final Pattern TABLE =
      Pattern.compile("(?<=<!-- values -->\n).*(?=\n<!-- /values -->)", Pattern.DOTALL);

  @Test
  void shouldExplainEveryValue() throws IOException {
    // When
    var table = ValuesTable.of(VALUES);

    // Then
    assertThat(table.undocumented()).as("values without a `# --` comment").isEmpty();
  }

  /** Writes the table anew when run with -Dsyncline.docs.write=true. */
  @Test
  void shouldShowTheTableOfValues() throws IOException {
    // Given
    var table = ValuesTable.of(VALUES).asMarkdown();
    if (Boolean.getBoolean("syncline.docs.write")) {
      var replaced = TABLE.matcher(text(README)).replaceFirst(Matcher.quoteReplacement(table));
      Files.writeString(README, replaced);
    }

    // When
    var shown = TABLE.matcher(text(README));

    // Then
    assertThat(shown.find()).isTrue();
    assertThat(shown.group())
        .as("out of date: mvn -pl helm test -Dsyncline.docs.write=true writes it")
        .isEqualTo(table);
  }

  @Test
  void shouldHaveADefaultForWhatTheSchemaKnows() throws IOException {
    // Given
    var yaml = new YAMLMapper();
    var schema = yaml.readTree(Chart.FOLDER.resolve("values.schema.json").toFile());

    // When
    var missing = missing("", schema.path("properties"), yaml.readTree(VALUES.toFile()));

    // Then
    assertThat(missing).containsExactly("global");
  }

  /** Properties declared in place; a shared definition describes what values.yaml shows whole. */
  private static List<String> missing(String prefix, JsonNode properties, JsonNode values) {
    var missing = new ArrayList<String>();
    for (var property : properties.properties()) {
      var key = prefix + property.getKey();
      if (!values.has(property.getKey())) {
        missing.add(key);
      }
      var below = property.getValue().path("properties");
      missing.addAll(missing(key + ".", below, values.path(property.getKey())));
    }
    return missing;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
