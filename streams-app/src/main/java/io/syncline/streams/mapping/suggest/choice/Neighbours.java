package io.syncline.streams.mapping.suggest.choice;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.choice.EntityChoice.Elsewhere;
import io.syncline.streams.mapping.suggest.table.Reference;
import io.syncline.streams.mapping.suggest.table.TableShape;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables beside an entity's own: those it refers to, and those that refer to it. */
final class Neighbours {

  /** A table that many share, such as countries, must say by its own name what it holds. */
  private static final double LEAST_OF_SHARED = 0.8;

  private static final double LEAST_OF_OWN = 0.6;

  private final List<TableShape> tables;
  private final Map<Entity, TableShape> chosen;
  private final FieldScore score;
  private final TableScore tableScore;

  Neighbours(
      List<TableShape> tables,
      Map<Entity, TableShape> chosen,
      FieldScore score,
      TableScore tableScore) {
    this.tables = tables;
    this.chosen = chosen;
    this.score = score;
    this.tableScore = tableScore;
  }

  /** The column that may fill a field best; empty when none may. */
  Optional<Elsewhere> best(Entity entity, String field, TableShape table) {
    return Stream.concat(shared(entity, field, table), own(entity, field, table))
        .max(Comparator.comparingDouble(found -> found.candidate().confidence()));
  }

  private Stream<Elsewhere> shared(Entity entity, String field, TableShape table) {
    return table.references().stream()
        .flatMap(
            reference ->
                free(reference.table())
                    .flatMap(
                        other ->
                            other.columns().stream()
                                .map(
                                    column ->
                                        score.from(
                                            entity, field, other, column, tableScore.words(other)))
                                .filter(found -> found.confidence() >= LEAST_OF_SHARED)
                                .map(found -> elsewhere(found, other, table, reference))));
  }

  private Stream<Elsewhere> own(Entity entity, String field, TableShape table) {
    return tables.stream()
        .flatMap(other -> free(other.name()))
        .flatMap(
            other ->
                other.references().stream()
                    .filter(reference -> reference.table().equals(table.name()))
                    .flatMap(reference -> own(entity, field, other, reference)));
  }

  private Stream<Elsewhere> own(
      Entity entity, String field, TableShape other, Reference reference) {
    return other.columns().stream()
        .map(column -> score.of(entity, field, other, column, tableScore.words(other)))
        .filter(found -> found.confidence() >= LEAST_OF_OWN)
        .map(found -> elsewhere(found, other, other, reference));
  }

  private static Elsewhere elsewhere(
      Candidate found, TableShape other, TableShape holder, Reference reference) {
    return new Elsewhere(found, other.name(), holder.name() + "." + reference.column());
  }

  private Stream<TableShape> free(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name) && !chosen.containsValue(table));
  }
}
