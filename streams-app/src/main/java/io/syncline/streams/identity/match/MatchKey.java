package io.syncline.streams.identity.match;

/**
 * What puts records into one block: those that share it are compared by its rule.
 *
 * @param rule name of the rule
 * @param text values that the records share, with their names
 */
public record MatchKey(String rule, String text) {

  private static final char SLASH = '/';

  /** Rule, slash, text: tells it from every other. */
  public String name() {
    return rule + SLASH + text;
  }

  /** The rule of the key with this name; the name itself of evidence that is no key. */
  public static String ruleOf(String name) {
    var end = name.indexOf(SLASH);
    return end < 0 ? name : name.substring(0, end);
  }
}
