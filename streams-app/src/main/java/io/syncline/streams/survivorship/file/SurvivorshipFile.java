package io.syncline.streams.survivorship.file;

import io.syncline.schemas.Entity;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.survivorship.SurvivorshipBook;
import io.syncline.streams.survivorship.SurvivorshipRules;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of survivorship rules, read and checked. */
public final class SurvivorshipFile {

  private SurvivorshipFile() {}

  /**
   * Reads a file of survivorship rules.
   *
   * @param sources names of the sources that there are
   * @param attributes those that there are
   * @throws DeclarationException every fault, each naming file, line and column
   */
  public static SurvivorshipBook read(
      Path file, Collection<String> sources, MappedAttributes attributes) {
    var root =
        YamlFile.read(file, "have a section 'customer' or 'product'")
            .allow(Set.of(Entity.CUSTOMER.word(), Entity.PRODUCT.word()));
    Map<Entity, SurvivorshipRules> rules = new EnumMap<>(Entity.class);
    var faults = new Faults();
    for (var entity : List.of(Entity.CUSTOMER, Entity.PRODUCT)) {
      faults
          .attempt(() -> root.section(entity.word()))
          .flatMap(section -> section)
          .ifPresent(
              section ->
                  faults
                      .attempt(() -> new EntitySection(entity, sources, attributes).read(section))
                      .ifPresent(read -> rules.put(entity, read)));
    }
    faults.throwIfAny();
    return new SurvivorshipBook(rules);
  }
}
