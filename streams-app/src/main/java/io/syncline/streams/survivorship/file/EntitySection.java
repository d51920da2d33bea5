package io.syncline.streams.survivorship.file;

import io.syncline.schemas.Entity;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.survivorship.FieldRule;
import io.syncline.streams.survivorship.SurvivingFields;
import io.syncline.streams.survivorship.SurvivorshipBook;
import io.syncline.streams.survivorship.SurvivorshipRules;
import io.syncline.streams.survivorship.expression.CandidateExpressions;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Section of one entity: a rule for each field, and one for all others. */
final class EntitySection {

  private static final String DEFAULT = "default";

  private final Entity entity;
  private final MappedAttributes attributes;
  private final Set<String> fields;
  private final StepSection steps;

  EntitySection(Entity entity, Collection<String> sources, MappedAttributes attributes) {
    this.entity = entity;
    this.attributes = attributes;
    this.fields = SurvivingFields.of(entity);
    this.steps = new StepSection(sources, new CandidateExpressions(fields));
  }

  SurvivorshipRules read(YamlSection section) {
    var faults = new Faults();
    var otherwise = faults.attempt(() -> otherwise(section));
    var standard = otherwise.orElseGet(SurvivorshipBook::standardRule);
    Map<String, FieldRule> rules = new LinkedHashMap<>(SurvivorshipBook.builtIn(entity));
    for (var field : section.keys().values()) {
      if (!field.value().equals(DEFAULT)) {
        faults
            .attempt(() -> steps.read(section, known(field), standard))
            .ifPresent(rule -> rules.put(field.value(), rule));
      }
    }
    rules.forEach(
        (name, rule) -> faults.attemptTo(() -> requireLeader(section, name, rule, rules)));
    faults.throwIfAny();
    return new SurvivorshipRules(rules, standard);
  }

  private void checkAttribute(YamlText leader) {
    attributes.check(entity, leader);
  }

  private FieldRule otherwise(YamlSection section) {
    return section.keys().containsKey(DEFAULT)
        ? steps.plain(section, DEFAULT)
        : SurvivorshipBook.standardRule();
  }

  /** The field, if there is such a one. */
  private YamlText known(YamlText field) {
    if (!SurvivingFields.has(entity, field.value())) {
      var names = new TreeSet<>(fields);
      names.add(DEFAULT);
      throw field.error(
          "'%s' is no field of a %s, nor %s<name>%s"
              .formatted(
                  field.value(),
                  entity.word(),
                  FieldValues.ATTRIBUTE,
                  Nearest.suggestion(field.value(), names)));
    }
    attributes.check(entity, field);
    return field;
  }

  /** A field comes with one that is there, and that decides for itself. */
  private void requireLeader(
      YamlSection section, String name, FieldRule rule, Map<String, FieldRule> rules) {
    if (rule.with().isEmpty() || !section.keys().containsKey(name)) {
      return;
    }
    var place = section.keys().get(name);
    var leader = rule.with().get();
    if (!SurvivingFields.has(entity, leader) || leader.equals(name)) {
      throw place.error(
          "'%s' cannot come with '%s': name another field of a %s%s"
              .formatted(name, leader, entity.word(), Nearest.suggestion(leader, fields)));
    }
    section.steps(name).get(0).optionalText(FieldRule.WITH).ifPresent(this::checkAttribute);
    Optional.ofNullable(rules.get(leader))
        .flatMap(FieldRule::with)
        .ifPresent(
            other -> {
              throw place.error(
                  "'%s' comes with '%s' itself: name that one".formatted(leader, other));
            });
  }
}
