package io.syncline.streams.mapping.suggest.word;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.MappedField;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.SourceMapping;
import io.syncline.streams.mapping.folder.SourceFolder;
import io.syncline.streams.yaml.DeclarationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people have mapped before: which columns to which fields, from which tables, and how. */
public final class LearntMappings {

  private static final String COLUMN = "{}";
  private static final Pattern CALLS = Pattern.compile("([a-z_]+\\()*\\{}\\)*");

  private final List<String> sources = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<FromTable> tables = new ArrayList<>();

  /** A column that fills a field. */
  record Pair(String source, Entity entity, String field, String column, String expression) {}

  /** A table that an entity is mapped from. */
  record FromTable(String source, Entity entity, String table) {}

  /** Nothing that was mapped before. */
  public static LearntMappings none() {
    return new LearntMappings();
  }

  /**
   * Learns from the mappings of a folder of sources.
   *
   * @param except the source that a mapping is proposed for: its own would be the answer
   */
  public static LearntMappings of(Path folder, String except) {
    var learnt = new LearntMappings();
    if (Files.isDirectory(folder)) {
      folders(folder).forEach(source -> learnt.learn(source, except));
    }
    return learnt;
  }

  private static Stream<SourceFolder> folders(Path folder) {
    try {
      return SourceFolder.at(folder);
    } catch (DeclarationException e) {
      return Stream.empty();
    }
  }

  /** One with faults teaches nothing; `check` is there to tell them. */
  private void learn(SourceFolder folder, String except) {
    try {
      Mappings.load(List.of(folder.mapping())).sources().stream()
          .filter(mapping -> !mapping.source().equals(except))
          .forEach(this::learn);
    } catch (DeclarationException e) {
      // Left out.
    }
  }

  private void learn(SourceMapping mapping) {
    sources.add(mapping.source());
    for (var table : mapping.mappedTables()) {
      var used = new HashSet<String>();
      for (var line : mapping.lines(table)) {
        tables.add(new FromTable(mapping.source(), line.entity(), table.name()));
        principal(line)
            .filter(column -> used.add(line.entity() + column))
            .ifPresent(column -> pairs.add(pair(mapping.source(), line, column)));
      }
    }
  }

  /**
   * The column that a field is made of, where it is one; a telephone number's country is beside it.
   */
  private static Optional<String> principal(MappedField line) {
    var single = line.columns().size() == 1 || line.expression().startsWith("phone(");
    return line.columns().stream().findFirst().filter(column -> single && !line.attribute());
  }

  private static Pair pair(String source, MappedField line, String column) {
    var expression =
        line.expression()
            .replaceAll(
                "\\b%s\\b".formatted(Pattern.quote(column)), Matcher.quoteReplacement(COLUMN));
    return new Pair(source, line.entity(), line.name(), column, expression);
  }

  /** The sources that were learnt from. */
  public List<String> sources() {
    return List.copyOf(sources);
  }

  Stream<Pair> pairs(Entity entity, String field) {
    return pairs.stream().filter(pair -> pair.entity() == entity && pair.field().equals(field));
  }

  Stream<FromTable> tables(Entity entity) {
    return tables.stream().filter(table -> table.entity() == entity).distinct();
  }

  /** How a text column is mostly taken to a field, with `{}` for it; empty when none was before. */
  public Optional<String> expression(Entity entity, String field) {
    Map<String, Long> counts =
        pairs(entity, field)
            .map(Pair::expression)
            .filter(expression -> CALLS.matcher(expression).matches())
            .filter(expression -> !expression.equals(COLUMN))
            .collect(Collectors.groupingBy(expression -> expression, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }
}
