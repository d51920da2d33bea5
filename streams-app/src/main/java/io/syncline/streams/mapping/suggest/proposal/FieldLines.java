package io.syncline.streams.mapping.suggest.proposal;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.choice.Candidate;
import io.syncline.streams.mapping.suggest.choice.EntityChoice;
import io.syncline.streams.mapping.suggest.value.ValueKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of an entity's fields: those that a column fills, and those made of others. */
final class FieldLines {

  private static final double PERSONS = 0.5;
  private static final double SPLIT = 0.9;
  private static final String NAME = "name";
  private static final List<String> PARTS = List.of("given_name", "family_name");

  private final EntityChoice entity;
  private final Expressions expressions;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  FieldLines(EntityChoice entity, Expressions expressions) {
    this.entity = entity;
    this.expressions = expressions;
  }

  List<Line> lines() {
    if (entity.entity() == Entity.CUSTOMER) {
      joinedName().ifPresent(line -> lines.put(NAME, line));
    }
    entity
        .fields()
        .forEach(
            (field, candidate) -> {
              lines.put(field, expressions.line(entity, candidate));
              if (field.equals(NAME) && entity.entity() == Entity.CUSTOMER) {
                split(candidate);
              }
            });
    new StandIns(lines).fill(entity.entity());
    return new ArrayList<>(lines.values());
  }

  /** A name of its parts, where they have columns and the whole has none. */
  private Optional<Line> joinedName() {
    var parts = PARTS.stream().flatMap(part -> entity.field(part).stream()).toList();
    if (entity.field(NAME).isPresent()
        || parts.size() < PARTS.size()
        || parts.stream().anyMatch(part -> !Expressions.isName(part.column().name()))) {
      return Optional.empty();
    }
    var columns = parts.stream().map(part -> part.column().name()).toList();
    var sure = parts.stream().mapToDouble(Candidate::confidence).min().orElseThrow();
    return Optional.of(
        new Line(
            NAME,
            "person(join(' ', [%s]))".formatted(String.join(", ", columns)),
            columns,
            new Candidate(NAME, parts.get(0).column(), sure, "its two parts").remark()));
  }

  /** The parts of a name, where the whole has a column and they have none. */
  private void split(Candidate name) {
    var column = name.column().name();
    var isPerson = name.column().values().share(ValueKind.PERSON) >= PERSONS;
    for (var part : PARTS) {
      if (isPerson && entity.field(part).isEmpty() && Expressions.isName(column)) {
        var candidate =
            new Candidate(part, name.column(), name.confidence() * SPLIT, "a part of the name");
        lines.put(
            part,
            new Line(part, "%s(%s)".formatted(part, column), List.of(column), candidate.remark()));
      }
    }
  }
}
