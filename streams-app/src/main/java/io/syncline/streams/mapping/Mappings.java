package io.syncline.streams.mapping;

import io.syncline.schemas.Entity;
import io.syncline.schemas.Topics;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.rule.RuleBook;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The mappings of all sources. */
public final class Mappings {

  private final Map<String, SourceMapping> bySource;

  private Mappings(Map<String, SourceMapping> bySource) {
    this.bySource = bySource;
  }

  /**
   * Reads and checks mapping files.
   *
   * @throws DeclarationException naming file, line and column, and what would mend it
   */
  public static Mappings load(List<Path> files) {
    var faults = new Faults();
    var bySource = new TreeMap<String, SourceMapping>();
    for (var file : files) {
      faults
          .attempt(() -> MappingFile.read(file))
          .ifPresent(mapping -> faults.attemptTo(() -> add(mapping, bySource)));
    }
    faults.throwIfAny();
    return new Mappings(bySource);
  }

  private static void add(SourceMapping mapping, Map<String, SourceMapping> bySource) {
    var other = bySource.putIfAbsent(mapping.source(), mapping);
    if (other != null) {
      throw mapping
          .place()
          .error(
              "source '%s' is mapped twice: also in %s:%d"
                  .formatted(mapping.source(), other.place().file(), other.place().line()));
    }
  }

  /** The mapping of a source; empty when it has none. */
  public Optional<SourceMapping> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /** The mapping of every source, in order of their names. */
  public List<SourceMapping> sources() {
    return List.copyOf(bySource.values());
  }

  /** The table that each entity of each source is mapped from. */
  public Map<String, Map<Entity, String>> tablesOfEntities() {
    return bySource.values().stream()
        .collect(Collectors.toMap(SourceMapping::source, SourceMapping::tablesOfEntities));
  }

  /** Names of the attributes that any source fills, of each entity. */
  public Map<Entity, Set<String>> attributes() {
    return bySource.values().stream()
        .flatMap(source -> source.lines().stream())
        .filter(MappedField::attribute)
        .collect(
            Collectors.groupingBy(
                MappedField::entity, Collectors.mapping(MappedField::name, Collectors.toSet())));
  }

  /** The rules of every source. */
  public RuleBook rules() {
    return new RuleBook(
        bySource.values().stream()
            .collect(Collectors.toMap(SourceMapping::source, SourceMapping::rules)));
  }

  /** The entities of all sources whose rows are joined with others. */
  public List<JoinedEntity> joined() {
    return bySource.values().stream().flatMap(source -> source.joined().stream()).toList();
  }

  /** The topics of every table that a mapping needs, in order. */
  public List<String> sourceTopics() {
    return bySource.values().stream()
        .flatMap(m -> m.tables().stream().map(table -> Topics.ofTable(m.source(), table.name())))
        .toList();
  }
}
