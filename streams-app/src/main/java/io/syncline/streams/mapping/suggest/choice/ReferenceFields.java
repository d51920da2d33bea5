package io.syncline.streams.mapping.suggest.choice;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.table.Reference;
import io.syncline.streams.mapping.suggest.table.TableShape;
import io.syncline.streams.mapping.suggest.word.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields that say which customer, order or product is meant: the foreign keys to its table. */
final class ReferenceFields {

  private static final double DECLARED = 0.98;
  private static final double GUESSED = 0.88;

  /** Of several keys of the same table, the one that says no more is the one. */
  private static final double WORD = 0.05;

  private static final Map<Entity, Map<String, Entity>> FIELDS =
      Map.of(
          Entity.ORDER, Map.of("customer", Entity.CUSTOMER),
          Entity.ORDER_LINE, Map.of("order", Entity.ORDER, "product", Entity.PRODUCT));

  private final Map<Entity, TableShape> chosen;
  private final Vocabulary vocabulary;

  ReferenceFields(Map<Entity, TableShape> chosen, Vocabulary vocabulary) {
    this.chosen = chosen;
    this.vocabulary = vocabulary;
  }

  /** Whether a field is filled with keys. */
  static boolean isOne(Entity entity, String field) {
    return FIELDS.getOrDefault(entity, Map.of()).containsKey(field);
  }

  List<Candidate> of(Entity entity) {
    return FIELDS.getOrDefault(entity, Map.of()).entrySet().stream()
        .flatMap(field -> candidates(entity, field.getKey(), field.getValue()))
        .toList();
  }

  private Stream<Candidate> candidates(Entity entity, String field, Entity target) {
    return Stream.of(Optional.ofNullable(chosen.get(entity)))
        .flatMap(Optional::stream)
        .flatMap(
            table ->
                table.references().stream()
                    .filter(reference -> refersTo(reference, target))
                    .flatMap(reference -> candidate(field, table, reference)));
  }

  private boolean refersTo(Reference reference, Entity target) {
    return Optional.ofNullable(chosen.get(target))
        .filter(table -> table.name().equals(reference.table()))
        .isPresent();
  }

  private Stream<Candidate> candidate(String field, TableShape table, Reference reference) {
    var words = vocabulary.words(reference.column()).list().size();
    var sure = (reference.declared() ? DECLARED : GUESSED) - WORD * Math.max(0, words - 2);
    var reason =
        reference.declared()
            ? "a foreign key of '%s'"
            : "no foreign key is declared, but its values are keys of '%s'";
    return table.columns().stream()
        .filter(column -> column.name().equals(reference.column()))
        .map(column -> new Candidate(field, column, sure, reason.formatted(reference.table())));
  }
}
