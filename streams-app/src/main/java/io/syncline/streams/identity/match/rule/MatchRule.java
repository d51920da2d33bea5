package io.syncline.streams.identity.match.rule;

import io.syncline.streams.identity.match.Evidence;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What proves, or makes one suspect, that two records are the same. */
public sealed interface MatchRule permits AllRule, ScoreRule {

  String name();

  /** More records than this under one key prove nothing. */
  int limit();

  /** The keys under which the rule's candidates meet; none when the record lacks what they need. */
  List<MatchKey> keys(Features features);

  /** False when sharing a key is all that the rule asks for, and makes a match. */
  boolean needsComparison();

  /** Names of the values that it compares. */
  Set<String> values();

  /** What it says of two records, whichever comes first. */
  Optional<Evidence> compare(Features a, Features b);
}
