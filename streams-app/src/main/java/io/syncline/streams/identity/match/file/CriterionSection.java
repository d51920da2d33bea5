package io.syncline.streams.identity.match.file;

import io.syncline.streams.identity.match.criterion.AnyOf;
import io.syncline.streams.identity.match.criterion.Criterion;
import io.syncline.streams.identity.match.criterion.CriterionKind;
import io.syncline.streams.identity.match.criterion.Outcome;
import io.syncline.streams.identity.match.criterion.ValueCriterion;
import io.syncline.streams.identity.match.rule.WeightedCriterion;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reader of criteria: `exact: email`, `{levenshtein: name, max: 1}`, `any: [...]`. */
final class CriterionSection {

  private static final String ANY = "any";
  private static final Set<String> BOUNDS = Set.of("min", "max");
  private static final Set<String> WEIGHTS = Set.of("agree", "disagree");
  private static final Map<String, Outcome> MISSING =
      Map.of("agree", Outcome.AGREE, "disagree", Outcome.DISAGREE, "unknown", Outcome.UNKNOWN);

  private final Names names;

  CriterionSection(Names names) {
    this.names = names;
  }

  Criterion plain(YamlSection section) {
    return criterion(section, Set.of());
  }

  WeightedCriterion weighted(YamlSection section) {
    var criterion = criterion(section, WEIGHTS);
    var disagree = section.optionalText("disagree").map(Numbers::number).orElse(0.0);
    return new WeightedCriterion(criterion, Numbers.number(section.text("agree")), disagree);
  }

  private Criterion criterion(YamlSection section, Set<String> further) {
    section.allow(allowed(further));
    var kind = kind(section);
    if (kind.value().equals(ANY)) {
      var criteria = section.sections(ANY).stream().map(this::plain).toList();
      return refuseEmpty(kind, new AnyOf(criteria));
    }
    return ofValue(CriterionKind.ofWord(kind.value()).orElseThrow(), kind, section);
  }

  private static Set<String> allowed(Set<String> further) {
    var allowed = new TreeSet<>(CriterionKind.words());
    allowed.addAll(BOUNDS);
    allowed.addAll(further);
    allowed.addAll(Set.of(ANY, "with", "missing"));
    return allowed;
  }

  /** The one key that says what is asked for. */
  private static YamlText kind(YamlSection section) {
    var kinds =
        section.keys().values().stream()
            .filter(key -> key.value().equals(ANY) || CriterionKind.words().contains(key.value()))
            .toList();
    if (kinds.isEmpty()) {
      throw section.errorWithin(
          "a criterion needs a kind: one of %s or any"
              .formatted(String.join(", ", CriterionKind.words())));
    }
    if (kinds.size() > 1) {
      throw kinds
          .get(1)
          .error(
              "'%s' and '%s' are two criteria: begin each with '-'"
                  .formatted(kinds.get(0).value(), kinds.get(1).value()));
    }
    return kinds.get(0);
  }

  private Criterion ofValue(CriterionKind kind, YamlText place, YamlSection section) {
    var value = names.checked(section.text(kind.word()));
    var with = section.optionalText("with").map(names::checked).orElse(value);
    var missing =
        section.optionalText("missing").map(CriterionSection::missing).orElse(Outcome.UNKNOWN);
    return new ValueCriterion(value, with, kind.comparison(bound(kind, place, section)), missing);
  }

  private static double bound(CriterionKind kind, YamlText place, YamlSection section) {
    for (var key : BOUNDS) {
      if (section.keys().containsKey(key) && !kind.bound().filter(key::equals).isPresent()) {
        throw section.keys().get(key).error("'%s' takes no '%s'".formatted(kind.word(), key));
      }
    }
    if (kind.bound().isEmpty()) {
      return 0;
    }
    var key = kind.bound().get();
    var text =
        section
            .optionalText(key)
            .orElseThrow(() -> place.error("'%s' needs a '%s'".formatted(kind.word(), key)));
    if (kind.isShare()) {
      return Numbers.share(text);
    }
    return kind.isCount() ? Numbers.count(text, 0) : Numbers.number(text);
  }

  private static Outcome missing(YamlText text) {
    var outcome = MISSING.get(text.value());
    if (outcome == null) {
      throw text.error(
          "'%s' is not what a missing value can be%s"
              .formatted(text.value(), Nearest.suggestion(text.value(), MISSING.keySet())));
    }
    return outcome;
  }

  private static Criterion refuseEmpty(YamlText place, AnyOf any) {
    if (any.criteria().isEmpty()) {
      throw place.error("'any' is empty: give it criteria");
    }
    return any;
  }
}
