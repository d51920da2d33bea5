package io.syncline.streams.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a record that breaks a rule. */
public enum Severity {
  /** It goes to quarantine. */
  REJECT,
  /** It passes, and says so. */
  WARN;

  /** The word that stands in mapping files and metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every word. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Severity::word).toList();
  }

  /** The severity with this word; empty when there is none. */
  public static Optional<Severity> ofWord(String word) {
    return Arrays.stream(values()).filter(severity -> severity.word().equals(word)).findFirst();
  }
}
