package io.syncline.streams.mapping.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.syncline.schemas.Topics;
import io.syncline.streams.mapping.value.FunctionException;
import io.syncline.streams.mapping.value.Times;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlFile;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Configuration of a connector of a source, whose every value knows its place. */
public final class ConnectorFile {

  private static final String TABLES = "table.whitelist";
  private static final String PREFIX = "topic.prefix";
  private static final String ZONE = "db.timezone";

  /** How Kafka Connect's provider of the environment is called. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([^}]+)}");

  private final YamlSection config;

  private ConnectorFile(YamlSection config) {
    this.config = config;
  }

  /** Reads a file as Kafka Connect takes it: a name and a configuration. */
  static ConnectorFile read(Path file) {
    var text = YamlFile.text(file);
    requireJson(text, file);
    // JSON is YAML, but for tabs; and the YAML reader is the one that keeps places.
    var root = YamlFile.parse(file, text.replace('\t', ' '), "have a 'name' and a 'config'");
    root.text("name");
    return new ConnectorFile(root.required("config"));
  }

  private static void requireJson(String text, Path file) {
    try (var parser = new JsonFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw new DeclarationException(file + ": the file is empty");
      }
      while (parser.nextToken() != null) {
        // Read to its end for its faults alone.
      }
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new YamlText("", file, place.getLineNr(), place.getColumnNr())
          .error("is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses topics that the application would not read. */
  void checkTopics(String source) {
    var wanted = Topics.ofTable(source, "");
    value(PREFIX)
        // What transforms make of the names of topics is not judged.
        .filter(prefix -> value("transforms").isEmpty())
        .filter(prefix -> !prefix.value().equals(wanted))
        .ifPresent(
            prefix -> {
              throw prefix.error(
                  "'%s' does not lead to the topics of source '%s': use '%s'"
                      .formatted(prefix.value(), source, wanted));
            });
  }

  /** Whether it says which tables it reads, rather than all. */
  public boolean namesItsTables() {
    return value(TABLES).isPresent();
  }

  /** Whether it reads a table, as far as it names them. */
  public boolean reads(String table) {
    return tables().contains(table);
  }

  /** Says that a table which is mapped is not read. */
  void refuse(String table) {
    throw value(TABLES)
        .orElseThrow()
        .error(
            "table '%s' is mapped, but not read%s"
                .formatted(table, Nearest.suggestion(table, tables())));
  }

  /** The table's name, with its schema where the file names it. */
  public String qualified(String table) {
    return names().filter(name -> unqualified(name).equals(table)).findFirst().orElse(table);
  }

  /**
   * A setting as the connector gets it; empty when it is not there.
   *
   * @param environment fills in `${env:…}`
   */
  public Optional<String> setting(String key, Map<String, String> environment) {
    return value(key)
        .map(
            text ->
                VARIABLE
                    .matcher(text.value())
                    .replaceAll(
                        found -> Matcher.quoteReplacement(variable(found, text, environment))));
  }

  /**
   * The zone of the database's times without an offset.
   *
   * @param environment fills in `${env:…}`
   */
  public ZoneId zone(Map<String, String> environment) {
    try {
      return Times.zone(setting(ZONE, environment).orElse("UTC"));
    } catch (FunctionException e) {
      throw value(ZONE).orElseThrow().error(String.valueOf(e.getMessage()));
    }
  }

  /** Refuses a zone that there is not, where the environment does not have the last word. */
  void checkZone() {
    if (value(ZONE).filter(text -> VARIABLE.matcher(text.value()).find()).isEmpty()) {
      zone(Map.of());
    }
  }

  private static String variable(
      MatchResult found, YamlText text, Map<String, String> environment) {
    var value = environment.get(found.group(1));
    if (value == null) {
      throw text.error("the environment lacks the variable %s: set it".formatted(found.group(1)));
    }
    return value;
  }

  /** Names without their schemas: so the topics are named. */
  private List<String> tables() {
    return names().map(ConnectorFile::unqualified).toList();
  }

  private Stream<String> names() {
    return value(TABLES).stream()
        .flatMap(list -> Stream.of(list.value().split(",")))
        .map(String::strip);
  }

  private static String unqualified(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private Optional<YamlText> value(String key) {
    return config.keys().containsKey(key) ? Optional.of(config.text(key)) : Optional.empty();
  }
}
