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

  /** The rule of the key with this name. */
  public static String ruleOf(String name) {
    return name.substring(0, name.indexOf(SLASH));
  }
}
