package io.syncline.streams.mapping.suggest.proposal;

import java.util.Set;
import java.util.regex.Pattern;

/** A text as YAML takes it: plain where that is safe, else in double quotes. */
final class Scalar {

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$.()'\\[\\], /-]*|[0-9]+");

  private static final Set<String> WORDS =
      Set.of("yes", "no", "on", "off", "true", "false", "null", "y", "n", "~");

  private Scalar() {}

  static String of(String text) {
    return PLAIN.matcher(text).matches()
            && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))
            && text.equals(text.strip())
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
