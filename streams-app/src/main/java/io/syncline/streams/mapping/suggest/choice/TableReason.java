package io.syncline.streams.mapping.suggest.choice;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.table.TableShape;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Why a table was taken for an entity, in words. */
final class TableReason {

  private final Map<Entity, TableShape> chosen;
  private final TableScore score;

  TableReason(Map<Entity, TableShape> chosen, TableScore score) {
    this.chosen = chosen;
    this.score = score;
  }

  String of(Entity entity) {
    var table = Objects.requireNonNull(chosen.get(entity));
    var referring =
        Stream.of(Entity.values())
            .filter(chosen::containsKey)
            .map(chosen::get)
            .flatMap(other -> between(other, table));
    return Stream.concat(
            Stream.of(score.name(entity, table).reason()),
            Stream.concat(referring, targets(table)).distinct())
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private static Stream<String> between(TableShape other, TableShape table) {
    return other.references().stream()
        .filter(reference -> reference.table().equals(table.name()))
        .map(reference -> "'%s' refers to it".formatted(other.name()))
        .limit(1);
  }

  private Stream<String> targets(TableShape table) {
    return chosen.values().stream()
        .filter(other -> between(table, other).findAny().isPresent())
        .map(other -> "refers to '%s'".formatted(other.name()));
  }
}
