package io.syncline.streams.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The existing name that somebody probably meant. */
public final class Nearest {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Nearest() {}

  /** `: did you mean 'x'?`, or the names there are when none is near; ready to be appended. */
  public static String suggestion(String name, Collection<String> existing) {
    return within(Math.max(2, name.length() / 3), name, existing)
        .map(": did you mean '%s'?"::formatted)
        .orElseGet(() -> ": there is " + String.join(", ", existing.stream().sorted().toList()));
  }

  /**
   * The existing name of which a name is all but surely a slip; names of three letters are none,
   * and no second line is a slip of the first.
   */
  public static Optional<String> slipOf(String name, Collection<String> existing) {
    return within(Math.min(2, name.length() / 4), name, existing)
        .filter(nearest -> !withoutDigits(nearest).equals(withoutDigits(name)));
  }

  private static String withoutDigits(String name) {
    return name.replaceAll("[0-9]", "");
  }

  private static Optional<String> within(int limit, String name, Collection<String> existing) {
    return existing.stream()
        .min(Comparator.<String>comparingInt(e -> DISTANCE.apply(name, e)).thenComparing(e -> e))
        .filter(nearest -> DISTANCE.apply(name, nearest) <= limit);
  }
}
