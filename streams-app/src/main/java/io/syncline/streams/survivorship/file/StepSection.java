package io.syncline.streams.survivorship.file;

import io.syncline.streams.survivorship.FieldRule;
import io.syncline.streams.survivorship.PlainStrategy;
import io.syncline.streams.survivorship.Preference;
import io.syncline.streams.survivorship.SourcePriority;
import io.syncline.streams.survivorship.Strategy;
import io.syncline.streams.survivorship.expression.CandidateExpressions;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reader of a rule: a step such as `longest` or `{cel: …}`, or a list of them. */
final class StepSection {

  private final Collection<String> sources;
  private final CandidateExpressions expressions;

  StepSection(Collection<String> sources, CandidateExpressions expressions) {
    this.sources = sources;
    this.expressions = expressions;
  }

  /** The rule under a key, which comes with no other field. */
  FieldRule plain(YamlSection section, String key) {
    var items = items(section, key);
    return new FieldRule(items.stream().map(this::step).toList(), Optional.empty());
  }

  /**
   * The rule of a field.
   *
   * @param otherwise decides where the rule is that it comes with another field, and says no more
   */
  FieldRule read(YamlSection section, YamlText field, FieldRule otherwise) {
    var items = items(section, field.value());
    var with = items.get(0).optionalText(FieldRule.WITH);
    if (with.isEmpty()) {
      return plain(section, field.value());
    }
    items.get(0).allow(Set.of(FieldRule.WITH));
    var steps = items.stream().skip(1).map(this::step).toList();
    return new FieldRule(steps.isEmpty() ? otherwise.steps() : steps, with.map(YamlText::value));
  }

  private static List<YamlSection> items(YamlSection section, String key) {
    var items = section.steps(key);
    if (items.isEmpty()) {
      throw section.keys().get(key).error("'%s' is empty: name a strategy".formatted(key));
    }
    return items;
  }

  private Strategy step(YamlSection item) {
    if (item.keys().size() != 1) {
      throw item.errorWithin("a step is one strategy: begin each with '-', or put it in brackets");
    }
    var word = item.keys().values().iterator().next();
    return switch (word.value()) {
      case SourcePriority.WORD -> priority(word, item);
      case Preference.WORD -> expressions.compile(item.text(word.value()));
      case FieldRule.WITH ->
          throw word.error("'with' stands first, and not in 'default': move it, or leave it out");
      default -> PlainStrategy.ofWord(word.value()).orElseThrow(() -> unknown(word));
    };
  }

  private static RuntimeException unknown(YamlText word) {
    var words = new TreeSet<>(PlainStrategy.words());
    words.addAll(List.of(SourcePriority.WORD, Preference.WORD, FieldRule.WITH));
    return word.error(
        "'%s' is no strategy%s".formatted(word.value(), Nearest.suggestion(word.value(), words)));
  }

  private SourcePriority priority(YamlText word, YamlSection item) {
    var names = item.texts(word.value());
    for (var name : names) {
      if (!sources.contains(name.value())) {
        throw name.error(
            "no source is called '%s'%s"
                .formatted(name.value(), Nearest.suggestion(name.value(), sources)));
      }
    }
    return new SourcePriority(names.stream().map(YamlText::value).toList());
  }
}
