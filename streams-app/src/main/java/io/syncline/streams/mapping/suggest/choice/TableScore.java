package io.syncline.streams.mapping.suggest.choice;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.table.TableShape;
import io.syncline.streams.mapping.suggest.word.NameFit;
import io.syncline.streams.mapping.suggest.word.Vocabulary;
import io.syncline.streams.mapping.suggest.word.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much a table looks like an entity: by its name, and by the fields it has columns for. */
final class TableScore {

  private static final double NAME = 0.45;
  private static final double PREFIX_SHARE = 0.8;
  private static final int FEWEST_WITH_PREFIX = 3;

  private final Vocabulary vocabulary;
  private final FieldScore fields;
  private final String prefix;
  private final Map<Entity, Map<String, Double>> known = new HashMap<>();

  TableScore(List<TableShape> tables, Vocabulary vocabulary, FieldScore fields) {
    this.vocabulary = vocabulary;
    this.fields = fields;
    this.prefix = prefix(tables);
  }

  /** What nearly all names begin with says nothing: `shop_orders`, `shop_customers`. */
  private String prefix(List<TableShape> tables) {
    var counts = new HashMap<String, Integer>();
    tables.stream()
        .map(table -> vocabulary.words(table.name()).list())
        .filter(words -> words.size() > 1)
        .forEach(words -> counts.merge(words.get(0), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(entry -> tables.size() >= FEWEST_WITH_PREFIX)
        .filter(entry -> entry.getValue() >= PREFIX_SHARE * tables.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** The words of a table's name. */
  Words words(TableShape table) {
    return vocabulary.words(table.name()).without(new Words(List.of(prefix)));
  }

  NameFit name(Entity entity, TableShape table) {
    return vocabulary.table(entity, words(table));
  }

  /** From 0 to 1. */
  double of(Entity entity, TableShape table) {
    return known
        .computeIfAbsent(entity, any -> new HashMap<>())
        .computeIfAbsent(table.name(), any -> measure(entity, table));
  }

  private double measure(Entity entity, TableShape table) {
    var telling = vocabulary.telling(entity);
    var there = telling.stream().mapToDouble(any -> best(entity, table, any)).average();
    return NAME * name(entity, table).score() + (1 - NAME) * there.orElse(0);
  }

  private double best(Entity entity, TableShape table, List<String> any) {
    var context = words(table);
    return any.stream()
        .flatMap(
            field ->
                table.columns().stream()
                    .map(column -> fields.of(entity, field, table, column, context)))
        .mapToDouble(Candidate::confidence)
        .max()
        .orElse(0);
  }
}
