package io.syncline.streams.identity.match;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.streams.identity.match.file.MatchFile;
import io.syncline.streams.identity.match.rule.MatchPlan;
import io.syncline.streams.identity.match.rule.MatchRule;
import io.syncline.streams.rule.MappedAttributes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The match rules of all entities. What they answer depends on nothing but what they are asked. */
public final class MatchRules {

  private final Map<String, MatchPlan> plans = new HashMap<>();
  private final Map<String, MatchRule> rules = new LinkedHashMap<>();
  private final Map<String, Set<String>> compared = new HashMap<>();

  private final String fingerprint;

  /**
   * @param fingerprint another one whenever the plans are others
   */
  public MatchRules(List<MatchPlan> plans, String fingerprint) {
    this.fingerprint = fingerprint;
    for (var plan : plans) {
      this.plans.put(plan.entity().word(), plan);
      plan.rules().forEach(rule -> rules.put(rule.name(), rule));
      plan.rules().forEach(rule -> compared.put(rule.name(), rule.values()));
    }
  }

  /**
   * Reads a file of match rules.
   *
   * @throws io.syncline.streams.yaml.DeclarationException naming file, line and column, and what
   *     would mend it
   */
  public static MatchRules load(Path file) {
    return load(file, MappedAttributes.unknown());
  }

  /**
   * Reads a file of match rules, and holds the attributes it names against those that there are.
   *
   * @throws io.syncline.streams.yaml.DeclarationException naming file, line and column, and what
   *     would mend it
   */
  public static MatchRules load(Path file, MappedAttributes attributes) {
    return MatchFile.read(file, attributes);
  }

  /** The rules that hold where nobody has written others. */
  public static MatchRules provided() {
    return MatchFile.provided();
  }

  /** What of a record is compared; nothing when it was deleted, or its entity has no rules. */
  public Features features(MappedRecord record) {
    var plan = Optional.ofNullable(plans.get(record.getSource().getEntity()));
    return plan.flatMap(of -> record.getFields().map(of::features))
        .orElseGet(() -> new Features(Map.of()));
  }

  /** Everything under which the record meets candidates, without repetition. */
  public List<MatchKey> keys(Features features) {
    return plan(features).map(plan -> plan.keys(features)).orElse(List.of());
  }

  /** Of a record's values those that a rule compares. */
  public Features compared(String rule, Features features) {
    return features.only(compared.getOrDefault(rule(rule).name(), Set.of()));
  }

  /**
   * What a rule says of two records that share one of its keys, whichever comes first; empty when
   * it does not say that they are the same.
   */
  public Optional<Evidence> compare(String rule, Features a, Features b) {
    return rule(rule).compare(a, b);
  }

  /** False when no two records of the entity can be vetoed. */
  public boolean hasVetoes(Entity entity) {
    return Optional.ofNullable(plans.get(entity.word()))
        .filter(plan -> !plan.vetoes().isEmpty())
        .isPresent();
  }

  /** Whether two records are never the same, whatever else agrees. */
  public boolean vetoed(Features a, Features b) {
    return plan(a).map(plan -> plan.vetoed(a, b)).orElse(false);
  }

  /** Names of the values for whose sake two records are vetoed; none when they are not. */
  public List<String> disagreements(Features a, Features b) {
    return plan(a).map(plan -> plan.disagreements(a, b)).orElse(List.of());
  }

  /** False when records that share a key of the rule are a match without being compared. */
  public boolean needsComparison(String rule) {
    return rule(rule).needsComparison();
  }

  /** A key of the rule that more records than this share proves nothing. */
  public int limit(String rule) {
    return rule(rule).limit();
  }

  /** More records of the entity than this are never one. */
  public int maxCluster(Entity entity) {
    return Optional.ofNullable(plans.get(entity.word()))
        .map(MatchPlan::maxCluster)
        .orElse(Integer.MAX_VALUE);
  }

  /** Whether there is a rule of this name. */
  public boolean knows(String rule) {
    return rules.containsKey(rule);
  }

  /** Tells these rules from others. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Names of all rules, in the order of the file. */
  public List<String> names() {
    return new ArrayList<>(rules.keySet());
  }

  /** Fields and attributes that an entity's rules look at. */
  public Set<String> fields(Entity entity) {
    return Optional.ofNullable(plans.get(entity.word())).map(MatchPlan::fields).orElse(Set.of());
  }

  private Optional<MatchPlan> plan(Features features) {
    return features.value(Features.ENTITY).map(plans::get);
  }

  private MatchRule rule(String name) {
    var rule = rules.get(name);
    if (rule == null) {
      throw new IllegalArgumentException(
          "There is no match rule '%s', only %s".formatted(name, names()));
    }
    return rule;
  }
}
