package io.syncline.streams.mapping.value;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's name, split at its last space: what stands before is the given name. Titles in front
 * are no part of it.
 */
public record PersonName(@Nullable String given, @Nullable String family) {

  private static final Set<String> TITLES =
      Set.of("dr", "prof", "mr", "mrs", "ms", "miss", "herr", "frau", "m", "mme", "sir", "ing");

  public static PersonName of(@Nullable String text) {
    var name = Texts.clean(text);
    while (name != null && startsWithTitle(name)) {
      name = name.substring(name.indexOf(' ') + 1);
    }
    if (name == null) {
      return new PersonName(null, null);
    }
    var comma = name.indexOf(", ");
    if (comma > 0) {
      return new PersonName(name.substring(comma + 2), name.substring(0, comma));
    }
    var space = name.lastIndexOf(' ');
    return space < 0
        ? new PersonName(null, name)
        : new PersonName(name.substring(0, space), name.substring(space + 1));
  }

  private static boolean startsWithTitle(String name) {
    var space = name.indexOf(' ');
    return space > 0 && TITLES.contains(Texts.lower(name.substring(0, space)).replace(".", ""));
  }

  /** Given and family name with one space between; null when there is neither. */
  public @Nullable String full() {
    return given == null ? family : given + " " + family;
  }
}
