package io.syncline.streams.inspection.identity;

import io.syncline.schemas.Review;
import java.util.List;

/**
 * Two records of which a person is to say whether they are the same.
 *
 * @param one the lower of the two, as text
 * @param evidence what rules found, at least one
 */
record Question(String one, String other, List<Review> evidence) {

  Question {
    evidence = List.copyOf(evidence);
  }
}
