package io.syncline.streams.identity.match.file;

import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.identity.match.criterion.Criterion;
import io.syncline.streams.identity.match.rule.MatchPlan;
import io.syncline.streams.identity.match.rule.MatchRule;
import io.syncline.streams.identity.match.value.ComparisonValue;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.YamlFile;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A file of match rules, read and checked. */
public final class MatchFile {

  private static final String CONTENT = "have a section 'customer' or 'product'";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final int LIMIT = 100;
  private static final int MAX_CLUSTER = 1000;

  /** Of all entities: evidence names its rule alone. */
  private final Set<String> ruleNames = new HashSet<>();

  private MatchFile() {}

  /**
   * Reads a file of match rules.
   *
   * @throws DeclarationException naming file, line and column
   */
  public static MatchRules read(Path file) {
    return rules(YamlFile.read(file, CONTENT));
  }

  /** The rules that come with the application. */
  public static MatchRules provided() {
    return rules(YamlFile.ofResource("/match.yaml", CONTENT));
  }

  private static MatchRules rules(YamlSection file) {
    return new MatchRules(plans(file), file.fingerprint());
  }

  private static List<MatchPlan> plans(YamlSection file) {
    var root = file.allow(Set.of(Entity.CUSTOMER.word(), Entity.PRODUCT.word()));
    var match = new MatchFile();
    var plans = new ArrayList<MatchPlan>();
    for (var entity : List.of(Entity.CUSTOMER, Entity.PRODUCT)) {
      root.section(entity.word()).ifPresent(section -> plans.add(match.plan(entity, section)));
    }
    return plans;
  }

  private MatchPlan plan(Entity entity, YamlSection section) {
    section.allow(Set.of("normalise", "generic", "rules", "veto", "limit", "max_cluster"));
    var values = values(entity, section);
    var names = new Names(values.stream().map(ComparisonValue::name).toList());
    var criteria = new CriterionSection(names);
    var limit = Numbers.count(section, "limit").orElse(LIMIT);
    return new MatchPlan(
        entity,
        values,
        rules(section.required("rules"), new RuleSection(names, criteria, limit)),
        section.sections("veto").stream().<Criterion>map(criteria::plain).toList(),
        Numbers.count(section, "max_cluster").orElse(MAX_CLUSTER));
  }

  private static List<ComparisonValue> values(Entity entity, YamlSection section) {
    var values = new NormaliseSection(entity).read(section.required("normalise"));
    section
        .section("generic")
        .ifPresent(
            generic -> {
              generic.allow(values.keySet());
              values.replaceAll((name, value) -> value.without(texts(generic, name)));
            });
    return List.copyOf(values.values());
  }

  private static List<String> texts(YamlSection section, String key) {
    return section.texts(key).stream().map(YamlText::value).toList();
  }

  private List<MatchRule> rules(YamlSection section, RuleSection reader) {
    var rules = new ArrayList<MatchRule>();
    section
        .keys()
        .forEach(
            (name, place) -> {
              if (!NAME.matcher(name).matches()) {
                throw place.error(
                    "a rule's name has letters, digits, '_' and '-' alone, not '%s'"
                        .formatted(name));
              }
              if (!ruleNames.add(name)) {
                throw place.error("a rule of another entity is called '%s', too".formatted(name));
              }
              rules.add(reader.read(name, section.required(name)));
            });
    return rules;
  }
}
