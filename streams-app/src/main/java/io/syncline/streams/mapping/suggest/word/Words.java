package io.syncline.streams.mapping.suggest.word;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The words of a name: in lower case, singular, without accents, abbreviations spelled out.
 *
 * @param list the words in their order
 */
public record Words(List<String> list) {

  private static final String BOUNDARY =
      "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
          + "|(?<=\\p{L})(?=\\p{N})";

  private static final int SHORTEST_PLURAL = 4;

  public Words {
    list = List.copyOf(list);
  }

  /**
   * Splits a name such as `order_no`, `OrderNo` or `Order No.`.
   *
   * @param longForms what abbreviations stand for; may be several words
   */
  static Words of(String name, Map<String, String> longForms) {
    var plain =
        Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    var words = new ArrayList<String>();
    for (var part : plain.split(BOUNDARY)) {
      var word = part.toLowerCase(Locale.ROOT);
      Arrays.stream(longForms.getOrDefault(word, word).split(" "))
          // The first of several is the one: `address1`.
          .filter(long_ -> !long_.isEmpty() && !long_.equals("1"))
          .map(Words::singular)
          .forEach(words::add);
    }
    return new Words(words);
  }

  private static String singular(String word) {
    if (word.length() < SHORTEST_PLURAL || word.matches(".*(ss|us|is)")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /** All of them without anything between. */
  public String joined() {
    return String.join("", list);
  }

  /** Those that are not among others. */
  public Words without(Words others) {
    return with(word -> !others.list.contains(word));
  }

  /** These, and others after them. */
  public Words then(Words others) {
    var all = new ArrayList<>(list);
    all.addAll(others.list);
    return new Words(all);
  }

  private Words with(Predicate<String> wanted) {
    return new Words(list.stream().filter(wanted).toList());
  }

  /** Whether all words of another are here. */
  public boolean contain(Words others) {
    return !others.list.isEmpty() && list.containsAll(others.list);
  }
}
