package io.syncline.streams.identity.match.criterion;

import io.syncline.streams.identity.match.Features;
import java.util.Optional;
import java.util.Set;

/** Question to two records whose answer does not depend on which comes first. */
public sealed interface Criterion permits ValueCriterion, AnyOf {

  Outcome compare(Features a, Features b);

  /** How alike they are, from 0 to 1; 0 when a value is missing. */
  double similarity(Features a, Features b);

  /** Names of the values that it reads. */
  Set<String> values();

  /** Name of the value whose equality is all that it asks for; empty when it asks for else. */
  Optional<String> equalValue();
}
