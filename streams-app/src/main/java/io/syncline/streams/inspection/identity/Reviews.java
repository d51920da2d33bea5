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

  /** Where most pairs are answered, a page that is full would be a walk through the whole store. */
  private static final int MOST_PAGES = 4;

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
   * @param next where to go on: at two records, or behind them; empty when these are the last
   */
  record Questions(List<Question> questions, Optional<String> next) {}

  /**
   * So many questions, or fewer where many pairs are answered.
   *
   * @param from empty, or `next` of the questions before
   */
  Questions page(String from, int max) {
    var open = new ArrayList<Question>();
    var next = Optional.of(from);
    for (var page = 0; page < MOST_PAGES && next.isPresent(); page++) {
      var some = pairsFrom(next.get());
      for (var pair : some.questions()) {
        if (isOpen(pair)) {
          if (open.size() == max) {
            return new Questions(open, Optional.of(name(pair)));
          }
          open.add(pair);
        }
      }
      next = some.next();
    }
    return new Questions(open, next);
  }

  /** Pairs as they follow each other, answered or not. */
  private Questions pairsFrom(String from) {
    var page = stores.page(StoreCatalogue.IDENTITY_REVIEW, from, PAGE);
    var pairs = pairs(page.entries());
    if (page.next().isEmpty()) {
      return new Questions(pairs, Optional.empty());
    }
    // What rules found of the last two may go on on the next page; a page is enough of any two.
    var last = pairs.get(pairs.size() - 1);
    return pairs.size() == 1
        ? new Questions(pairs, Optional.of(name(last) + (char) (END + 1)))
        : new Questions(pairs.subList(0, pairs.size() - 1), Optional.of(name(last)));
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
