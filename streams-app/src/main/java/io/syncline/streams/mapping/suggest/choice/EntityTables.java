package io.syncline.streams.mapping.suggest.choice;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.table.Reference;
import io.syncline.streams.mapping.suggest.table.TableShape;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Choice of the table of each entity. An order line refers to an order and to a product, and the
 * order to a customer: of all tables that stand so, those are taken that look most like it.
 */
final class EntityTables {

  /** Below it, a table that nothing refers to is not taken for an entity. */
  private static final double LEAST = 0.5;

  /** Where all four refer to each other as they should, they may be called anything. */
  private static final double LEAST_IN_PLACE = 0.35;

  private static final double VARIETY = 0.3;
  private static final double MANY = 20;

  /** What two references in a row are worth, beside what the tables look like. */
  private static final double STRUCTURE = 0.3;

  private final List<TableShape> tables;
  private final TableScore score;

  EntityTables(List<TableShape> tables, TableScore score) {
    this.tables = tables;
    this.score = score;
  }

  /** The table of each entity that has one. */
  Map<Entity, TableShape> choose() {
    var chosen = new EnumMap<Entity, TableShape>(Entity.class);
    lines()
        .max(Comparator.comparingDouble(this::total))
        .or(() -> orders().max(Comparator.comparingDouble(this::total)))
        .ifPresent(chosen::putAll);
    for (var entity : List.of(Entity.CUSTOMER, Entity.PRODUCT, Entity.ORDER)) {
      if (!chosen.containsKey(entity)) {
        alone(entity, chosen).ifPresent(table -> chosen.put(entity, table));
      }
    }
    return chosen;
  }

  /** Every way in which tables can be lines, orders, products and customers. */
  private Stream<Map<Entity, TableShape>> lines() {
    return tables.stream()
        .flatMap(
            line ->
                targets(line)
                    .flatMap(
                        order -> orders(order).map(with -> with(with, Entity.ORDER_LINE, line)))
                    .flatMap(
                        some -> targets(line).map(product -> with(some, Entity.PRODUCT, product))))
        .filter(EntityTables::areDifferent)
        .filter(some -> areAll(some, LEAST_IN_PLACE));
  }

  private Stream<Map<Entity, TableShape>> orders() {
    return tables.stream()
        .flatMap(this::orders)
        .filter(some -> some.containsKey(Entity.CUSTOMER))
        .filter(some -> areAll(some, LEAST));
  }

  private boolean areAll(Map<Entity, TableShape> some, double least) {
    return some.entrySet().stream()
        .allMatch(entry -> score.of(entry.getKey(), entry.getValue()) >= least);
  }

  /** A table as the orders: with each customer it may have, and with none. */
  private Stream<Map<Entity, TableShape>> orders(TableShape order) {
    var alone = with(Map.of(), Entity.ORDER, order);
    return Stream.concat(
        Stream.of(alone), targets(order).map(customer -> with(alone, Entity.CUSTOMER, customer)));
  }

  private Stream<TableShape> targets(TableShape table) {
    return table.references().stream()
        .map(Reference::table)
        .distinct()
        .flatMap(name -> tables.stream().filter(other -> other.name().equals(name)));
  }

  private static Map<Entity, TableShape> with(
      Map<Entity, TableShape> some, Entity entity, TableShape table) {
    var more = new EnumMap<Entity, TableShape>(Entity.class);
    more.putAll(some);
    more.put(entity, table);
    return more;
  }

  private static boolean areDifferent(Map<Entity, TableShape> some) {
    return new HashSet<>(some.values()).size() == some.size();
  }

  private double total(Map<Entity, TableShape> some) {
    var looks =
        some.entrySet().stream()
            .mapToDouble(entry -> score.of(entry.getKey(), entry.getValue()) + STRUCTURE)
            .sum();
    return looks
        + Stream.of(Entity.ORDER, Entity.ORDER_LINE)
            .filter(some::containsKey)
            .mapToDouble(entity -> variety(some, entity))
            .sum();
  }

  /** Orders are of many customers, and were typed in by few users. */
  private static double variety(Map<Entity, TableShape> some, Entity entity) {
    var table = Objects.requireNonNull(some.get(entity));
    return some.values().stream()
        .mapToDouble(
            target ->
                table.columns().stream()
                    .filter(column -> refers(table, column.name(), target))
                    .mapToDouble(column -> column.values().distinct())
                    .map(distinct -> VARIETY * Math.min(1, distinct / MANY))
                    .max()
                    .orElse(0))
        .sum();
  }

  private static boolean refers(TableShape table, String column, TableShape target) {
    return table.reference(column).filter(r -> r.table().equals(target.name())).isPresent();
  }

  private Optional<TableShape> alone(Entity entity, Map<Entity, TableShape> taken) {
    return tables.stream()
        .filter(table -> !taken.containsValue(table))
        .filter(table -> score.of(entity, table) >= LEAST)
        .max(Comparator.comparingDouble(table -> score.of(entity, table)));
  }
}
