package io.syncline.streams.survivorship;

import io.syncline.schemas.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of every entity that is merged.
 *
 * @param byEntity rules of customers and products; an entity that is not there has the standard
 */
public record SurvivorshipBook(Map<Entity, SurvivorshipRules> byEntity) {

  private static final FieldRule STANDARD = FieldRule.of(PlainStrategy.MOST_RECENT);

  /** What holds where no file says otherwise: a currency comes with its price. */
  private static final Map<Entity, Map<String, FieldRule>> BUILT_IN =
      Map.of(
          Entity.PRODUCT,
          Map.of(
              "currency",
              new FieldRule(List.of(PlainStrategy.MOST_RECENT), Optional.of("unit_price"))));

  /** The most recent value survives. */
  public static SurvivorshipBook standard() {
    return new SurvivorshipBook(Map.of());
  }

  /** The rules of an entity. */
  public SurvivorshipRules of(Entity entity) {
    return byEntity.getOrDefault(entity, new SurvivorshipRules(builtIn(entity), STANDARD));
  }

  /** The rules of fields that hold unless the entity's own stand in for them. */
  public static Map<String, FieldRule> builtIn(Entity entity) {
    return BUILT_IN.getOrDefault(entity, Map.of());
  }

  /** The rule where an entity has no `default`. */
  public static FieldRule standardRule() {
    return STANDARD;
  }
}
