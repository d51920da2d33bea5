package io.syncline.streams.mapping;

import io.syncline.schemas.Entity;
import io.syncline.schemas.Topics;
import io.syncline.streams.mapping.yaml.MappingException;
import io.syncline.streams.rule.RuleBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mappings of all sources. */
public final class Mappings {

  private final Map<String, SourceMapping> bySource;

  private Mappings(Map<String, SourceMapping> bySource) {
    this.bySource = bySource;
  }

  /**
   * Reads and checks mapping files.
   *
   * @throws MappingException naming file, line and column, and what would mend it
   */
  public static Mappings load(List<Path> files) {
    return of(files.stream().map(MappingFile::read));
  }

  /** The mappings of these sources. */
  public static Mappings of(Stream<SourceMapping> mappings) {
    return new Mappings(
        mappings.collect(
            Collectors.toMap(
                SourceMapping::source,
                mapping -> mapping,
                (one, other) -> {
                  throw new MappingException(
                      "source '%s' is mapped twice: in %s and in %s"
                          .formatted(one.source(), one.file(), other.file()));
                },
                TreeMap::new)));
  }

  /** The mapping of a source; empty when it has none. */
  public Optional<SourceMapping> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /** The table that each entity of each source is mapped from. */
  public Map<String, Map<Entity, String>> tablesOfEntities() {
    return bySource.values().stream()
        .collect(Collectors.toMap(SourceMapping::source, SourceMapping::tablesOfEntities));
  }

  /** The rules of every source. */
  public RuleBook rules() {
    return new RuleBook(
        bySource.values().stream()
            .collect(Collectors.toMap(SourceMapping::source, SourceMapping::rules)));
  }

  /** The topics of every mapped table, in order. */
  public List<String> sourceTopics() {
    return bySource.values().stream()
        .flatMap(m -> m.tables().stream().map(table -> Topics.ofTable(m.source(), table.name())))
        .toList();
  }
}
