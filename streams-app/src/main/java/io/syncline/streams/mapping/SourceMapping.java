package io.syncline.streams.mapping;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.mapping.expression.Table;
import io.syncline.streams.mapping.join.Join;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.rule.Rule;
import io.syncline.streams.yaml.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mapping of one source: its tables, and what each becomes. */
public final class SourceMapping {

  private final YamlText source;
  private final List<EntityMapping> entities;
  private final Map<Entity, List<Rule>> rules;

  SourceMapping(YamlText source, List<EntityMapping> entities, Map<Entity, List<Rule>> rules) {
    this.source = source;
    this.entities = List.copyOf(entities);
    this.rules = Map.copyOf(rules);
  }

  /** Name of the source. */
  public String source() {
    return source.value();
  }

  /** Where its name stands. */
  YamlText place() {
    return source;
  }

  /** The name of the table that each entity is mapped from. */
  Map<Entity, String> tablesOfEntities() {
    return entities.stream()
        .collect(Collectors.toMap(EntityMapping::entity, entity -> entity.table().name()));
  }

  /** The rules it declares for each entity. */
  Map<Entity, List<Rule>> rules() {
    return rules;
  }

  /**
   * The tables it needs, each once: those it maps in the order of the file, then those it joins.
   */
  public List<Table> tables() {
    return Stream.concat(
            mappedTables().stream(),
            entities.stream()
                .flatMap(entity -> entity.joins().declared().stream())
                .map(Join::table))
        .distinct()
        .toList();
  }

  /** The tables whose rows become records, in the order of the file, each once. */
  public List<Table> mappedTables() {
    return entities.stream().map(EntityMapping::table).distinct().toList();
  }

  /** The entities whose rows are joined with others. */
  public List<JoinedEntity> joined() {
    return entities.stream()
        .filter(EntityMapping::isJoined)
        .map(
            entity ->
                new JoinedEntity(source(), entity.entity(), entity.table(), entity.joins(), entity))
        .toList();
  }

  /** The entities of a table whose rows are joined with others. */
  public List<JoinedEntity> joined(Table table) {
    return joined().stream().filter(entity -> entity.from().equals(table)).toList();
  }

  /** What fills the fields of its entities, in the order of the file. */
  public List<MappedField> lines() {
    return entities.stream().flatMap(entity -> entity.lines().stream()).toList();
  }

  /** What fills the fields of the entities of a table, in the order of the file. */
  public List<MappedField> lines(Table table) {
    return entities.stream()
        .filter(entity -> entity.table().equals(table))
        .flatMap(entity -> entity.lines().stream())
        .toList();
  }

  /** What a row becomes by itself: a record for each entity that its table feeds without joins. */
  public List<MappedRecord> map(SourceRow row) {
    return entities.stream()
        .filter(entity -> entity.table().name().equals(row.table()))
        .filter(entity -> !entity.isJoined())
        .map(entity -> entity.map(row, Map.of()))
        .toList();
  }

  /** The table with this name; empty when it is not mapped. */
  public Optional<Table> table(String name) {
    return tables().stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
