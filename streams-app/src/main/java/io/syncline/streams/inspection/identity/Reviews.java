package io.syncline.streams.inspection.identity;

import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Review;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.kafka.StoreReader.Entry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The review queue: pairs that rules leave to a person, who has not spoken yet. */
@Singleton
final class Reviews {

  private static final int PAGE = 500;
  private static final char END = '\u0000';

  private final StoreReader stores;
  private final Decisions decisions;

  Reviews(StoreReader stores, Decisions decisions) {
    this.stores = stores;
    this.decisions = decisions;
  }

  /**
   * Some questions in order of their records.
   *
   * @param next name of the two records at which to go on; empty when these are the last
   */
  record Questions(List<Question> questions, Optional<String> next) {}

  /**
   * @param from empty, or `next` of the questions before
   */
  Questions page(String from, int max) {
    var open = new ArrayList<Question>();
    var next = Optional.of(from);
    while (next.isPresent()) {
      var page = stores.page(StoreCatalogue.IDENTITY_REVIEW, next.get(), PAGE);
      var pairs = pairs(page.entries());
      // What rules found of the last two may go on on the next page.
      var last = page.next().isPresent() ? pairs.remove(pairs.size() - 1) : null;
      for (var pair : pairs) {
        if (isOpen(pair)) {
          if (open.size() == max) {
            return new Questions(open, Optional.of(name(pair)));
          }
          open.add(pair);
        }
      }
      next = Optional.ofNullable(last).map(Reviews::name);
    }
    return new Questions(open, Optional.empty());
  }

  private static List<Question> pairs(List<Entry<Review>> entries) {
    var pairs = new ArrayList<Question>();
    var evidence = new ArrayList<Review>();
    for (var entry : entries) {
      var review = entry.value();
      if (!evidence.isEmpty() && !isOfSame(evidence.get(0), review)) {
        pairs.add(question(evidence));
        evidence.clear();
      }
      evidence.add(review);
    }
    if (!evidence.isEmpty()) {
      pairs.add(question(evidence));
    }
    return pairs;
  }

  private static Question question(List<Review> evidence) {
    return new Question(evidence.get(0).getOne(), evidence.get(0).getOther(), evidence);
  }

  private static boolean isOfSame(Review one, Review other) {
    return one.getOne().equals(other.getOne()) && one.getOther().equals(other.getOther());
  }

  /** Neither decided, nor answered by other evidence. */
  private boolean isOpen(Question pair) {
    return decisions.find(pair.one(), pair.other()).isEmpty()
        && (canonicalId(pair.one()).isEmpty()
            || !canonicalId(pair.one()).equals(canonicalId(pair.other())));
  }

  private Optional<String> canonicalId(String record) {
    return stores
        .get(StoreCatalogue.CANONICAL_REFERENCE, record)
        .map(CrossReference::getCanonicalId);
  }

  private static String name(Question pair) {
    return pair.one() + END + pair.other();
  }
}
