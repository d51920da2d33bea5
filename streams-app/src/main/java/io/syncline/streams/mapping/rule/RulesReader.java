package io.syncline.streams.mapping.rule;

import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.rule.FieldRule;
import io.syncline.streams.rule.OtherRowsRule;
import io.syncline.streams.rule.Rule;
import io.syncline.streams.rule.Severity;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reader of the `rules` section of an entity. */
public final class RulesReader {

  private static final Set<String> KINDS =
      Set.of("required", "format", "min", "max", "check", "unique", "reference");
  private static final Set<String> KEYS =
      Set.of(
          "field",
          "required",
          "format",
          "min",
          "max",
          "check",
          "unique",
          "reference",
          "severity",
          "message");

  private static final String NEVER = "no record could ever break the rule";

  private final Map<String, ColumnType> fields;
  private final Set<String> mapped;
  private final Set<String> joins;
  private final Function<YamlText, Condition> conditions;
  private final ZoneId zone;

  /**
   * @param fields the fields that rules may name, with their types
   * @param mapped those that the file fills
   * @param joins the joins that it declares
   * @param conditions compiler of conditions over the fields
   * @param zone where times without an offset were written
   */
  public RulesReader(
      Map<String, ColumnType> fields,
      Set<String> mapped,
      Set<String> joins,
      Function<YamlText, Condition> conditions,
      ZoneId zone) {
    this.fields = fields;
    this.mapped = mapped;
    this.joins = joins;
    this.conditions = conditions;
    this.zone = zone;
  }

  /** The rules, in the order of the file. */
  public List<Rule> read(YamlSection section) {
    return section.keys().values().stream()
        .map(name -> rule(name, section.required(name.value())))
        .toList();
  }

  private Rule rule(YamlText name, YamlSection section) {
    if (!name.value().matches("[A-Za-z0-9_-]+")) {
      throw name.error(
          "'%s' cannot name a rule: use letters, digits, hyphens and underscores"
              .formatted(name.value()));
    }
    section.allow(KEYS);
    return switch (kind(name, section)) {
      case "required" -> saying(section, required(name, section));
      case "format" -> saying(section, format(name, section));
      case "check" -> check(name, section);
      case "unique" -> saying(section, unique(name, section));
      case "reference" -> saying(section, reference(name, section));
      default -> saying(section, range(name, section));
    };
  }

  /** What the rule asks for; `min` and `max` may stand together. */
  private static String kind(YamlText name, YamlSection section) {
    var kinds = new TreeSet<>(KINDS);
    kinds.retainAll(section.keys().keySet());
    if (kinds.equals(Set.of("min", "max"))) {
      return "min";
    }
    if (kinds.size() != 1) {
      throw name.error(
          "rule '%s' must have one of 'required', 'format', 'min' or 'max', 'check', 'unique', 'reference', and has %s"
              .formatted(name.value(), kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
    }
    return kinds.first();
  }

  private FieldRule required(YamlText name, YamlSection section) {
    requireTrue(section, "required", "where a field may be empty");
    var field = mapped(section, "every record would break the rule");
    return FieldRule.required(name.value(), field.value(), severity(section));
  }

  private OtherRowsRule unique(YamlText name, YamlSection section) {
    requireTrue(section, "unique", "where values may be the same");
    var field = mapped(section, NEVER);
    return OtherRowsRule.unique(name.value(), field.value(), severity(section));
  }

  private OtherRowsRule reference(YamlText name, YamlSection section) {
    var join = section.text("reference");
    if (!joins.contains(join.value())) {
      throw join.error(
          joins.isEmpty()
              ? "'%s' is no join: declare it under 'joins'".formatted(join.value())
              : "'%s' is no join%s"
                  .formatted(join.value(), Nearest.suggestion(join.value(), joins)));
    }
    var field = section.optionalText("field").map(this::known).map(YamlText::value);
    return OtherRowsRule.reference(name.value(), join.value(), field, severity(section));
  }

  private static void requireTrue(YamlSection section, String key, String otherwise) {
    var word = section.text(key);
    if (!word.value().equals("true")) {
      throw word.error(
          "'%s' is not 'true': %s, leave the rule out".formatted(word.value(), otherwise));
    }
  }

  private FieldRule format(YamlText name, YamlSection section) {
    var field = mapped(section, NEVER);
    if (fields.get(field.value()) != ColumnType.TEXT) {
      throw field.error(
          "'%s' is a %s, which has no format: use min and max, or check"
              .formatted(field.value(), fields.get(field.value()).word()));
    }
    var format = TextFormat.of(section.text("format"));
    return FieldRule.where(
        name.value(), field.value(), severity(section), format.fits(), format.complaint());
  }

  private FieldRule range(YamlText name, YamlSection section) {
    var field = mapped(section, NEVER);
    var range =
        Range.of(
            field,
            fields.get(field.value()),
            section.optionalText("min"),
            section.optionalText("max"),
            zone);
    return FieldRule.where(
        name.value(), field.value(), severity(section), range::holds, range.complaint());
  }

  private Rule check(YamlText name, YamlSection section) {
    var condition = conditions.apply(section.text("check"));
    var field = section.optionalText("field").map(this::known).map(YamlText::value);
    return new ConditionRule(
        name.value(), field, severity(section), condition, section.text("message").value());
  }

  private static Rule saying(YamlSection section, FieldRule rule) {
    return section.optionalText("message").map(text -> rule.saying(text.value())).orElse(rule);
  }

  private static Rule saying(YamlSection section, OtherRowsRule rule) {
    return section.optionalText("message").map(text -> rule.saying(text.value())).orElse(rule);
  }

  /**
   * The field that a rule is about, which the file must fill.
   *
   * @param otherwise what would come of the rule if it did not
   */
  private YamlText mapped(YamlSection section, String otherwise) {
    var field = known(section.text("field"));
    if (!mapped.contains(field.value())) {
      throw field.error(
          "nothing is mapped to '%s', so %s; map it, name another field, or leave the rule out%s"
              .formatted(field.value(), otherwise, Nearest.suggestion(field.value(), mapped)));
    }
    return field;
  }

  private YamlText known(YamlText field) {
    if (!fields.containsKey(field.value())) {
      throw field.error(
          "there is no canonical field '%s'%s"
              .formatted(field.value(), Nearest.suggestion(field.value(), fields.keySet())));
    }
    return field;
  }

  private static Severity severity(YamlSection section) {
    return section.optionalText("severity").map(RulesReader::severity).orElse(Severity.REJECT);
  }

  private static Severity severity(YamlText word) {
    return Severity.ofWord(word.value())
        .orElseThrow(
            () ->
                word.error(
                    "'%s' is no severity%s"
                        .formatted(
                            word.value(), Nearest.suggestion(word.value(), Severity.words()))));
  }
}
