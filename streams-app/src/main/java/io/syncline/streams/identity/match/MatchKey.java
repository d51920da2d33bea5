package io.syncline.streams.identity.match;

/**
 * What puts records into one block: those that share it are compared by its rule.
 *
 * @param rule name of the rule
 * @param text values that the records share, with their names
 */
public record MatchKey(String rule, String text) {}
