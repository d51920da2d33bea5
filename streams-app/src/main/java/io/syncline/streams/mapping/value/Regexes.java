package io.syncline.streams.mapping.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions in RE2's syntax. Its time grows with the text alone, so that neither a
 * pattern nor a value can make a row stand still; backreferences and look-arounds are the price.
 */
public final class Regexes {

  /** As many as the mapping file has patterns. */
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  /** The first match, or its first group where the pattern has one; null where nothing matches. */
  public @Nullable String extract(@Nullable String text, String pattern) {
    if (text == null) {
      return null;
    }
    var matcher = pattern(pattern).matcher(text);
    if (!matcher.find()) {
      return null;
    }
    return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
  }

  /**
   * The text with every match replaced.
   *
   * @param replacement `$1` in it stands for the first group
   */
  public @Nullable String replace(@Nullable String text, String pattern, String replacement) {
    return text == null ? null : pattern(pattern).matcher(text).replaceAll(replacement);
  }

  /** Refuses what is no regular expression. */
  public void checkPattern(String pattern) {
    try {
      pattern(pattern);
    } catch (PatternSyntaxException e) {
      throw new FunctionException(
          "'%s' is no regular expression of RE2's: %s".formatted(pattern, e.getDescription()));
    }
  }

  /** Refuses a replacement that names a group which the pattern has not. */
  public void checkReplacement(String pattern, String replacement) {
    try {
      // Matches the empty text whatever the pattern is, and has the same groups.
      Pattern.compile("(?:%s)|".formatted(pattern)).matcher("").replaceAll(replacement);
    } catch (PatternSyntaxException e) {
      checkPattern(pattern);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new FunctionException(
          "'%s' is no replacement for this pattern: '$1' stands for its first group, '\\$' for a dollar"
              .formatted(replacement));
    }
  }

  private Pattern pattern(String text) {
    return patterns.computeIfAbsent(text, Pattern::compile);
  }
}
