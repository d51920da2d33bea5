package io.syncline.streams.mapping.suggest;

import io.syncline.streams.mapping.folder.ConnectorFile;
import io.syncline.streams.mapping.folder.SourceFolder;
import io.syncline.streams.yaml.DeclarationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What to propose a mapping for.
 *
 * @param source name of the source
 * @param sources folder of the sources that there are
 * @param url where its database is; empty where the source's connector.json says it
 * @param login user and password for that address
 * @param rows how many rows of each table to look at
 * @param out the file to write; empty for the terminal
 */
record SuggestionPlan(
    String source,
    Path sources,
    Optional<String> url,
    Properties login,
    int rows,
    Optional<Path> out) {

  /** The variable of the password: words of a command line are seen by everyone on the machine. */
  static final String PASSWORD = "SYNCLINE_SUGGEST_PASSWORD";

  /** Reads words such as `source=acme`. */
  static SuggestionPlan of(String[] words, Map<String, String> environment) {
    var given =
        Arrays.stream(words)
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    var login = new Properties();
    Optional.ofNullable(given.get("user")).ifPresent(user -> login.put("user", user));
    Optional.ofNullable(environment.get(PASSWORD)).ifPresent(word -> login.put("password", word));
    return new SuggestionPlan(
        given.getOrDefault("source", ""),
        Path.of(given.getOrDefault("sources", ".")),
        Optional.ofNullable(given.get("url")),
        login,
        Integer.parseInt(given.getOrDefault("rows", "200")),
        Optional.ofNullable(given.get("out")).map(Path::of));
  }

  /** The connector of the source, where it has a folder and no other address was given. */
  Optional<ConnectorFile> connector() {
    var folder = sources.resolve(source);
    if (url.isPresent()) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(folder.resolve("connector.json"))) {
      throw new DeclarationException(
          "%s has no connector.json: name the database with --url, --user and the variable %s"
              .formatted(folder, PASSWORD));
    }
    return Optional.of(new SourceFolder(folder).connector());
  }

  /** The tables that may be mapped: those that the connector reads, else all. */
  Predicate<String> tables(Optional<ConnectorFile> connector) {
    return table ->
        connector.filter(ConnectorFile::namesItsTables).map(c -> c.reads(table)).orElse(true);
  }
}
