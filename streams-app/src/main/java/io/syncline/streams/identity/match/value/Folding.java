package io.syncline.streams.identity.match.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without what people write now so, now so: case, accents, punctuation, white space. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’`´]+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z ]+");

  private Folding() {}

  static String fold(String text) {
    return isAscii(text) ? foldAscii(text) : foldAny(text);
  }

  /** Nearly all texts are such, and most of the time of a record goes into folding. */
  private static String foldAscii(String text) {
    var folded = new StringBuilder(text.length());
    var gap = false;
    for (var at = 0; at < text.length(); at++) {
      var letter = Character.toLowerCase(text.charAt(at));
      if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
        folded.append(gap && folded.length() > 0 ? " " : "").append(letter);
        gap = false;
      } else {
        gap |= letter != '\'' && letter != '`';
      }
    }
    return folded.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(letter -> letter < 128);
  }

  private static String foldAny(String text) {
    var plain = withoutAccents(text.toLowerCase(Locale.ROOT));
    return OTHER.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll(" ").strip();
  }

  /** Letters of A to Z in place of all others, for the phonetics of English. */
  static String ascii(String text) {
    return NO_LETTERS.matcher(fold(text)).replaceAll("");
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
