package io.syncline.streams.identity.match.file;

import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.identity.match.criterion.Criterion;
import io.syncline.streams.identity.match.rule.MatchPlan;
import io.syncline.streams.identity.match.rule.MatchRule;
import io.syncline.streams.identity.match.value.ComparisonValue;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.YamlFile;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A file of match rules, read and checked. */
public final class MatchFile {

  private static final String CONTENT = "have a section 'customer' or 'product'";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final int LIMIT = 100;
  private static final int MAX_CLUSTER = 1000;

  private final MappedAttributes attributes;
  private final Faults faults = new Faults();

  /** Of all entities: evidence names its rule alone. */
  private final Set<String> ruleNames = new HashSet<>();

  private MatchFile(MappedAttributes attributes) {
    this.attributes = attributes;
  }

  /**
   * Reads a file of match rules.
   *
   * @param attributes those that there are
   * @throws DeclarationException every fault, each naming file, line and column
   */
  public static MatchRules read(Path file, MappedAttributes attributes) {
    return new MatchFile(attributes).rules(YamlFile.read(file, CONTENT));
  }

  /** The rules that come with the application. */
  public static MatchRules provided() {
    return new MatchFile(MappedAttributes.unknown())
        .rules(YamlFile.ofResource("/match.yaml", CONTENT));
  }

  private MatchRules rules(YamlSection file) {
    faults.attemptTo(() -> file.allow(Set.of(Entity.CUSTOMER.word(), Entity.PRODUCT.word())));
    var plans = new ArrayList<MatchPlan>();
    for (var entity : List.of(Entity.CUSTOMER, Entity.PRODUCT)) {
      faults
          .attempt(() -> file.section(entity.word()))
          .flatMap(section -> section)
          .flatMap(section -> faults.attempt(() -> plan(entity, section)))
          .ifPresent(plans::add);
    }
    faults.throwIfAny();
    return new MatchRules(plans, file.fingerprint());
  }

  private MatchPlan plan(Entity entity, YamlSection section) {
    faults.attemptTo(
        () ->
            section.allow(Set.of("normalise", "generic", "rules", "veto", "limit", "max_cluster")));
    var values = values(entity, section);
    var names = new Names(values.stream().map(ComparisonValue::name).toList());
    var criteria = new CriterionSection(names);
    var limit = count(section, "limit", LIMIT);
    return new MatchPlan(
        entity,
        values,
        rules(section.required("rules"), new RuleSection(names, criteria, limit)),
        vetoes(section, criteria),
        count(section, "max_cluster", MAX_CLUSTER));
  }

  private int count(YamlSection section, String key, int otherwise) {
    return faults
        .attempt(() -> Numbers.count(section, key))
        .flatMap(count -> count)
        .orElse(otherwise);
  }

  private List<ComparisonValue> values(Entity entity, YamlSection section) {
    var values =
        new NormaliseSection(entity, attributes, faults).read(section.required("normalise"));
    faults
        .attempt(() -> section.section("generic"))
        .flatMap(generic -> generic)
        .ifPresent(generic -> faults.attemptTo(() -> leaveOut(generic, values)));
    return List.copyOf(values.values());
  }

  private static void leaveOut(YamlSection generic, Map<String, ComparisonValue> values) {
    generic.allow(values.keySet());
    values.replaceAll((name, value) -> value.without(texts(generic, name)));
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
              faults.attemptTo(() -> refuseName(place));
              faults.attempt(() -> reader.read(name, section.required(name))).ifPresent(rules::add);
            });
    return rules;
  }

  private void refuseName(YamlText name) {
    if (!NAME.matcher(name.value()).matches()) {
      throw name.error(
          "a rule's name has letters, digits, '_' and '-' alone, not '%s'".formatted(name.value()));
    }
    if (!ruleNames.add(name.value())) {
      throw name.error("a rule of another entity is called '%s', too".formatted(name.value()));
    }
  }

  private List<Criterion> vetoes(YamlSection section, CriterionSection criteria) {
    return faults.attempt(() -> section.sections("veto")).stream()
        .flatMap(List::stream)
        .<Criterion>flatMap(veto -> faults.attempt(() -> criteria.plain(veto)).stream())
        .toList();
  }
}
