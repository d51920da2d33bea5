package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.table.TableId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * Regular expressions for whole names of tables, as schema.name.
 *
 * @param exclude takes out again what {@code include} matches
 */
record TablePatterns(List<Pattern> include, List<Pattern> exclude) {
  static final String INCLUDE = "table.include.list";
  static final String EXCLUDE = "table.exclude.list";

  private static final ConfigDef.Validator PATTERNS =
      ConfigDef.LambdaValidator.with(TablePatterns::ensurePatterns, () -> "regular expressions");

  static void define(KeyGroup group) {
    group
        .optional(
            INCLUDE,
            Type.LIST,
            "",
            PATTERNS,
            "Tables to read, as regular expressions for the whole of schema.name, in the"
                + " database's own case; looked for in all schemas that the user may look into,"
                + " those that come later too.")
        .optional(
            EXCLUDE,
            Type.LIST,
            "",
            PATTERNS,
            "Which of these to leave out, as regular expressions written alike.");
  }

  static TablePatterns from(AbstractConfig config) {
    return new TablePatterns(compiled(config.getList(INCLUDE)), compiled(config.getList(EXCLUDE)));
  }

  private static List<Pattern> compiled(List<String> expressions) {
    return expressions.stream().map(Pattern::compile).toList();
  }

  private static void ensurePatterns(String key, Object value) {
    for (var expression : (List<?>) value) {
      var text = String.valueOf(expression);
      if (text.isBlank()) {
        throw new ConfigException(key, value, "an entry is empty; remove a comma.");
      }
      mistake(text).ifPresent(mistake -> refuse(key, value, text, mistake));
    }
  }

  private static Optional<PatternSyntaxException> mistake(String expression) {
    try {
      Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e);
    }
  }

  private static void refuse(
      String key, Object value, String expression, PatternSyntaxException mistake) {
    throw new ConfigException(
        key,
        value,
        "%s is no regular expression: %s at position %d; correct it, and mind that a comma ends it."
            .formatted(expression, mistake.getDescription(), mistake.getIndex()));
  }

  boolean areGiven() {
    return !include.isEmpty();
  }

  Optional<Refusal> refusal() {
    return include.isEmpty() && !exclude.isEmpty()
        ? Optional.of(
            new Refusal(
                EXCLUDE,
                exclude,
                "it takes tables from "
                    + INCLUDE
                    + ", which is empty; write .* there, or use "
                    + TableSelection.BLACKLIST
                    + "."))
        : Optional.empty();
  }

  boolean select(TableId table) {
    return matches(include, table) && !matches(exclude, table);
  }

  /** Patterns to include that none of the tables matches. */
  List<String> unmatched(Collection<TableId> tables) {
    return include.stream()
        .filter(pattern -> tables.stream().noneMatch(table -> matches(List.of(pattern), table)))
        .map(Pattern::pattern)
        .toList();
  }

  private static boolean matches(List<Pattern> patterns, TableId table) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(table.toString()).matches());
  }
}
