package io.syncline.streams.identity.match.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what people write now so, now so: case, accents, punctuation, white space. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’`´]+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private Folding() {}

  static String fold(String text) {
    var plain = withoutAccents(text.toLowerCase(Locale.ROOT));
    return OTHER.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll(" ").strip();
  }

  /** Letters of A to Z in place of all others, for the phonetics of English. */
  static String ascii(String text) {
    return fold(text).replaceAll("[^a-z ]+", "");
  }

  private static String withoutAccents(String text) {
    var decomposed = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    // Letters that Unicode does not take apart.
    return decomposed
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ð", "d")
        .replace("þ", "th")
        .replace("ı", "i");
  }
}
