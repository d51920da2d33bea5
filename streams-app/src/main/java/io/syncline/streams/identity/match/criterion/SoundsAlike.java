package io.syncline.streams.identity.match.criterion;

import org.apache.commons.codec.language.DoubleMetaphone;

/** Agrees when two names sound alike in English, by either of the codes of double metaphone. */
record SoundsAlike(DoubleMetaphone metaphone) implements Comparison {

  @Override
  public Outcome compare(String a, String b) {
    if (a.equals(b)) {
      return Outcome.AGREE;
    }
    return sound(a, false).equals(sound(b, false)) || sound(a, true).equals(sound(b, true))
        ? Outcome.AGREE
        : Outcome.DISAGREE;
  }

  /** Sounding alike is less than being alike. */
  @Override
  public double similarity(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    return compare(a, b) == Outcome.AGREE ? 0.9 : 0;
  }

  private String sound(String text, boolean alternate) {
    var code = metaphone.doubleMetaphone(text, alternate);
    // Digits have no sound: those of two house numbers must not be alike.
    return code == null || code.isEmpty() ? text : code;
  }
}
