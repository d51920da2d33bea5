package io.syncline.streams.yaml;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The existing name that somebody probably meant. */
public final class Nearest {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Nearest() {}

  /** `: did you mean 'x'?`, or the names there are when none is near; ready to be appended. */
  public static String suggestion(String name, Collection<String> existing) {
    var limit = Math.max(2, name.length() / 3);
    return existing.stream()
        .min(Comparator.<String>comparingInt(e -> DISTANCE.apply(name, e)).thenComparing(e -> e))
        .filter(nearest -> DISTANCE.apply(name, nearest) <= limit)
        .map(": did you mean '%s'?"::formatted)
        .orElseGet(() -> ": there is " + String.join(", ", existing.stream().sorted().toList()));
  }
}
