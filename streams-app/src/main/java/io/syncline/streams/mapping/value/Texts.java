package io.syncline.streams.mapping.value;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text functions of mappings; null stands for an empty column. */
public final class Texts {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private Texts() {}

  /** Without white space at the ends, runs of it inside folded to one space; null when blank. */
  public static @Nullable String clean(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var folded = WHITE_SPACE.matcher(text.strip()).replaceAll(" ");
    return folded.isEmpty() ? null : folded;
  }

  public static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  public static @Nullable String upper(@Nullable String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  /** The texts that are there, cleaned, with the separator between them; null when none is. */
  public static @Nullable String join(@Nullable String separator, List<String> texts) {
    return clean(
        texts.stream()
            .map(String::strip)
            .collect(Collectors.joining(separator == null ? " " : separator)));
  }

  /** The texts that are there, as they stand, one after the other; null when none is. */
  public static @Nullable String concat(List<String> texts) {
    return texts.isEmpty() ? null : String.join("", texts);
  }

  /** The first text that is there; null when none is. */
  public static @Nullable String coalesce(List<String> texts) {
    return texts.isEmpty() ? null : texts.get(0);
  }
}
