package io.syncline.streams.identity.match.file;

import io.syncline.streams.identity.match.Evidence.Verdict;
import io.syncline.streams.identity.match.criterion.Criterion;
import io.syncline.streams.identity.match.rule.AllRule;
import io.syncline.streams.identity.match.rule.Block;
import io.syncline.streams.identity.match.rule.Blocks;
import io.syncline.streams.identity.match.rule.MatchRule;
import io.syncline.streams.identity.match.rule.ScoreRule;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reader of one rule. */
final class RuleSection {

  private static final String TOKENS = "tokens ";

  private final Names names;
  private final CriterionSection criteria;
  private final int limit;

  RuleSection(Names names, CriterionSection criteria, int limit) {
    this.names = names;
    this.criteria = criteria;
    this.limit = limit;
  }

  MatchRule read(String name, YamlSection section) {
    section.allow(Set.of("all", "score", "block", "gives", "match", "review", "limit"));
    var all = section.keys().containsKey("all");
    if (all == section.keys().containsKey("score")) {
      throw section.errorWithin("rule '%s' needs either 'all' or 'score'".formatted(name));
    }
    return all ? allRule(name, section) : scoreRule(name, section);
  }

  private AllRule allRule(String name, YamlSection section) {
    refuse(section, "match", "review");
    var all = notEmpty("all", section, criteria::plain);
    var exact = exactBlock(all);
    if (exact.isPresent() && section.keys().containsKey("block")) {
      throw section
          .keys()
          .get("block")
          .error("the criteria of '%s' are all exact: they are its block".formatted(name));
    }
    var blocks = exact.map(List::of).orElseGet(() -> declaredBlocks(name, section));
    var verdict = verdict(section);
    return new AllRule(
        blocks(name, blocks, section), all, verdict, exact.isEmpty() || verdict != Verdict.MATCH);
  }

  private ScoreRule scoreRule(String name, YamlSection section) {
    refuse(section, "gives");
    var score = notEmpty("score", section, criteria::weighted);
    var match = Numbers.number(section.text("match"));
    var review = section.optionalText("review").map(Numbers::number).orElse(match);
    if (review > match) {
      throw section.text("review").error("'review' must not be above 'match'");
    }
    return reachable(
        section,
        new ScoreRule(blocks(name, declaredBlocks(name, section), section), score, match, review));
  }

  /** A sum of which nothing comes says nothing of how alike two records are. */
  private static ScoreRule reachable(YamlSection section, ScoreRule rule) {
    if (rule.highest() == 0) {
      throw section
          .keys()
          .get("score")
          .error(
              "no weight of '%s' is above 0: give 'agree' what agreement is worth"
                  .formatted(rule.name()));
    }
    if (rule.match() > rule.highest()) {
      throw section
          .text("match")
          .error(
              "'match' can never be reached: all that agrees comes to %s; lower it, or raise 'agree'"
                  .formatted(Numbers.text(rule.highest())));
    }
    return rule;
  }

  private Blocks blocks(String name, List<Block> blocks, YamlSection section) {
    return new Blocks(name, blocks, Numbers.count(section, "limit").orElse(limit));
  }

  private static Optional<Block> exactBlock(List<Criterion> criteria) {
    if (criteria.stream().anyMatch(criterion -> criterion.equalValue().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Block(
            criteria.stream()
                .map(criterion -> new Block.Part(criterion.equalValue().orElseThrow(), false))
                .toList()));
  }

  private List<Block> declaredBlocks(String name, YamlSection section) {
    var blocks =
        section.textLists("block").stream()
            .map(parts -> new Block(parts.stream().map(this::part).toList()))
            .toList();
    if (blocks.isEmpty() || blocks.stream().anyMatch(block -> block.parts().isEmpty())) {
      throw section.errorWithin(
          "rule '%s' needs a 'block': lists of values, one of which its candidates share"
              .formatted(name));
    }
    return blocks;
  }

  private Block.Part part(YamlText text) {
    return text.value().startsWith(TOKENS)
        ? new Block.Part(
            names.checked(
                text.part(TOKENS.length(), text.value().substring(TOKENS.length()).strip())),
            true)
        : new Block.Part(names.checked(text), false);
  }

  private static Verdict verdict(YamlSection section) {
    var gives = section.optionalText("gives");
    if (gives.isPresent() && !Set.of("match", "review").contains(gives.get().value())) {
      throw gives.get().error("a rule gives 'match' or 'review'");
    }
    return gives.filter(text -> text.value().equals("review")).isPresent()
        ? Verdict.REVIEW
        : Verdict.MATCH;
  }

  private static void refuse(YamlSection section, String... keys) {
    for (var key : keys) {
      if (section.keys().containsKey(key)) {
        var belongs = key.equals("gives") ? "all" : "score";
        throw section.keys().get(key).error("'%s' belongs to '%s'".formatted(key, belongs));
      }
    }
  }

  private static <T> List<T> notEmpty(
      String key, YamlSection section, Function<YamlSection, T> criterion) {
    var faults = new Faults();
    var read =
        section.sections(key).stream()
            .flatMap(item -> faults.attempt(() -> criterion.apply(item)).stream())
            .toList();
    faults.throwIfAny();
    if (read.isEmpty()) {
      throw section.keys().get(key).error("'%s' is empty: give it criteria".formatted(key));
    }
    return read;
  }
}
