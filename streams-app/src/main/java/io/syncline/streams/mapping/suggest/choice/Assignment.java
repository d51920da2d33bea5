package io.syncline.streams.mapping.suggest.choice;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.choice.EntityChoice.Elsewhere;
import io.syncline.streams.mapping.suggest.table.TableShape;
import io.syncline.streams.mapping.suggest.word.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Assignment of the columns of all tables to the fields of all entities. */
public final class Assignment {

  private static final double LEAST = 0.5;
  private static final double LEAST_CLOSE = 0.4;
  private static final double CLOSE = 0.2;
  private static final double KEY_AS_NUMBER = 0.55;

  private final List<TableShape> tables;
  private final Vocabulary vocabulary;
  private final FieldScore score;
  private final TableScore tableScore;
  private final Map<Entity, TableShape> chosen;

  private Assignment(List<TableShape> tables, Vocabulary vocabulary) {
    this.tables = tables;
    this.vocabulary = vocabulary;
    this.score = new FieldScore(vocabulary);
    this.tableScore = new TableScore(tables, vocabulary, score);
    this.chosen = new EntityTables(tables, tableScore).choose();
  }

  /** What each entity would be mapped from, of those that have a table. */
  public static List<EntityChoice> of(List<TableShape> tables, Vocabulary vocabulary) {
    var assignment = new Assignment(tables, vocabulary);
    return Stream.of(Entity.values())
        .filter(assignment.chosen::containsKey)
        .map(assignment::entity)
        .toList();
  }

  private EntityChoice entity(Entity entity) {
    var table = Objects.requireNonNull(chosen.get(entity));
    var candidates = candidates(entity, table);
    var taken = take(candidates);
    var ordered = new LinkedHashMap<String, Candidate>();
    score.fields(entity).stream()
        .filter(taken::containsKey)
        .forEach(field -> ordered.put(field, Objects.requireNonNull(taken.get(field))));
    if (entity == Entity.ORDER) {
      numberByKey(table, ordered);
    }
    return new EntityChoice(
        entity,
        table,
        tableScore.of(entity, table),
        new TableReason(chosen, tableScore).of(entity),
        ordered,
        close(candidates, ordered),
        elsewhere(entity, table, ordered));
  }

  /** Every column for every field, the surest first. */
  private List<Candidate> candidates(Entity entity, TableShape table) {
    var references = new ReferenceFields(chosen, vocabulary).of(entity);
    var context = tableScore.words(table);
    var byScore =
        score.fields(entity).stream()
            .filter(field -> references.stream().noneMatch(c -> c.field().equals(field)))
            .flatMap(
                field ->
                    table.columns().stream()
                        .map(column -> score.of(entity, field, table, column, context)));
    return Stream.concat(references.stream(), byScore)
        .filter(candidate -> candidate.confidence() > 0)
        .sorted(Candidate.SUREST_FIRST)
        .toList();
  }

  /** One column for one field, the surest pairs first. */
  private static Map<String, Candidate> take(List<Candidate> candidates) {
    var taken = new LinkedHashMap<String, Candidate>();
    var columns = new HashSet<String>();
    for (var candidate : candidates) {
      if (candidate.confidence() >= LEAST
          && !taken.containsKey(candidate.field())
          && columns.add(candidate.column().name())) {
        taken.put(candidate.field(), candidate);
      }
    }
    return taken;
  }

  /** People know an order by its key where it has no number. */
  private static void numberByKey(TableShape table, Map<String, Candidate> fields) {
    table
        .onlyKey()
        .filter(key -> fields.values().stream().noneMatch(c -> c.column().equals(key)))
        .ifPresent(
            key ->
                fields.putIfAbsent(
                    "number",
                    new Candidate(
                        "number",
                        key,
                        KEY_AS_NUMBER,
                        "the primary key; nothing looks like a number")));
  }

  private static Map<String, List<Candidate>> close(
      List<Candidate> candidates, Map<String, Candidate> taken) {
    var close = new LinkedHashMap<String, List<Candidate>>();
    for (var candidate : candidates) {
      var winner = Optional.ofNullable(taken.get(candidate.field()));
      var least = winner.map(won -> won.confidence() - CLOSE).orElse(0.0);
      var isFree = taken.values().stream().noneMatch(c -> c.column().equals(candidate.column()));
      if (isFree && candidate.confidence() >= Math.max(least, LEAST_CLOSE)) {
        close.computeIfAbsent(candidate.field(), field -> new ArrayList<>()).add(candidate);
      }
    }
    return close;
  }

  /** What is still missing, in tables that this one refers to or that refer to it. */
  private List<Elsewhere> elsewhere(
      Entity entity, TableShape table, Map<String, Candidate> fields) {
    var neighbours = new Neighbours(tables, chosen, score, tableScore);
    return score.fields(entity).stream()
        .filter(field -> entity != Entity.ORDER_LINE && !fields.containsKey(field))
        .filter(field -> !ReferenceFields.isOne(entity, field))
        .flatMap(field -> neighbours.best(entity, field, table).stream())
        .toList();
  }
}
