package io.syncline.streams.identity.match.criterion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.apache.commons.codec.language.DoubleMetaphone;

/** The kinds of criteria that a file can name, each with the bound that it needs. */
public enum CriterionKind {
  EXACT("", bound -> Comparison.EXACT),
  PHONETIC("", bound -> new SoundsAlike(new DoubleMetaphone())),
  LEVENSHTEIN("max", bound -> EditDistance.levenshtein((int) bound)),
  DAMERAU("max", bound -> EditDistance.damerau((int) bound)),
  JARO_WINKLER("min", Similarity::jaroWinkler),
  TOKENS("min", Similarity::tokens),
  OVERLAP("min", Similarity::overlap),
  BIGRAMS("min", Similarity::bigrams),
  NUMBER("max", Difference::number),
  PERCENT("max", Difference::percent),
  DAYS("max", Difference::days);

  private final String bound;
  private final DoubleFunction<Comparison> comparison;

  CriterionKind(String bound, DoubleFunction<Comparison> comparison) {
    this.bound = bound;
    this.comparison = comparison;
  }

  /** As the file says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Key of the bound, `min` or `max`; empty when it has none. */
  public Optional<String> bound() {
    return Optional.of(bound).filter(key -> !key.isEmpty());
  }

  /** Whether the bound is a share, from 0 to 1. */
  public boolean isShare() {
    return bound.equals("min");
  }

  /** Whether the bound counts something whole. */
  public boolean isCount() {
    return this == LEVENSHTEIN || this == DAMERAU || this == DAYS;
  }

  public Comparison comparison(double bound) {
    return comparison.apply(bound);
  }

  public static Optional<CriterionKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(CriterionKind::word).toList();
  }
}
