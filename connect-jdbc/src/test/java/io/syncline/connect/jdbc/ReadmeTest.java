package io.syncline.connect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.sink.JdbcSinkConnector;
import io.syncline.connect.jdbc.source.JdbcSourceConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's option tables; {@code -Dreadme.write=true} writes them anew. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @ParameterizedTest
  @ValueSource(strings = {"source", "sink"})
  void shouldListEveryOption(String connector) throws IOException {
    // Given
    var begin = "<!-- options of the " + connector + " -->\n";
    var end = "<!-- end of options -->";
    var readme = Files.readString(README);
    var from = readme.indexOf(begin) + begin.length();
    var to = readme.indexOf(end, from);

    // When
    var table =
        table(
            connector.equals("source")
                ? new JdbcSourceConnector().config()
                : new JdbcSinkConnector().config());

    // Then
    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to)).isEqualTo(table);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Source", "Sink"})
  void shouldSayOfEveryOptionHowOthersHaveIt(String connector) throws IOException {
    // Given
    var readme = Files.readString(README);
    var from = readme.indexOf("### " + connector + " options");
    var to = readme.indexOf("\n##", from + 1);

    // When
    var options =
        connector.equals("Source")
            ? new JdbcSourceConnector().config().names()
            : new JdbcSinkConnector().config().names();

    // Then
    assertThat(options)
        .allSatisfy(option -> assertThat(readme.substring(from, to)).contains("`" + option + "`"));
  }

  private static String table(ConfigDef definition) {
    return "| option | type | default | valid | meaning |\n|---|---|---|---|---|\n"
        + definition.groups().stream()
            .flatMap(
                group ->
                    definition.configKeys().values().stream()
                        .filter(key -> key.group.equals(group))
                        .sorted(
                            (one, other) -> Integer.compare(one.orderInGroup, other.orderInGroup)))
            .map(ReadmeTest::row)
            .collect(Collectors.joining());
  }

  private static String row(ConfigKey key) {
    var valid = key.validator.toString().replace("|", "\\|");
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            key.name,
            key.type.name().toLowerCase(Locale.ROOT),
            byDefault(key),
            valid.isEmpty() ? "" : valid,
            key.documentation);
  }

  private static String byDefault(ConfigKey key) {
    if (!key.hasDefault()) {
      return "**required**";
    }
    var value =
        key.defaultValue == null ? "" : key.defaultValue.toString().replaceAll("[\\[\\]]", "");
    return value.isEmpty() ? "" : "`" + value + "`";
  }
}
