package io.syncline.streams.identity.match.rule;

import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.criterion.Criterion;

/**
 * Criterion with what it adds to a score; a value that is missing adds nothing.
 *
 * @param agree what agreement adds
 * @param disagree what disagreement adds, usually less than nothing
 */
public record WeightedCriterion(Criterion criterion, double agree, double disagree) {

  double weight(Features a, Features b) {
    return switch (criterion.compare(a, b)) {
      case AGREE -> agree;
      case DISAGREE -> disagree;
      case UNKNOWN -> 0;
    };
  }
}
