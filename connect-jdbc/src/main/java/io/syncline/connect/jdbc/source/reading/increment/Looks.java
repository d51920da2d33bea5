package io.syncline.connect.jdbc.source.reading.increment;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was seen of a table when it was looked at, newest last.
 *
 * <p>Says how far back a transaction can reach that had not begun to write at some moment. Bounded:
 * when there are too many, every other one is forgotten, which makes answers earlier, never wrong.
 */
final class Looks {
  private static final int MOST = 4096;

  private Deque<Look> looks = new ArrayDeque<>();

  /**
   * One look, its parts taken in this order.
   *
   * @param highest value of the first ordering column; empty when it is not asked, or there is no
   *     row
   * @param clock the database's own
   * @param next transaction that had not begun to write
   */
  record Look(Optional<String> highest, Instant clock, long next) {}

  void add(Look look) {
    looks.addLast(look);
    if (looks.size() > MOST) {
      thin();
    }
  }

  private void thin() {
    var kept = new ArrayDeque<Look>();
    var keep = true;
    for (var look : looks) {
      if (keep) {
        kept.addLast(look);
      }
      keep = !keep;
    }
    looks = kept;
  }

  /** The newest look at which a transaction had not begun to write. */
  Optional<Look> beforeWriting(long transaction) {
    return newest(look -> look.next <= transaction);
  }

  /** The newest look not after a moment. */
  Optional<Look> notAfter(Instant moment) {
    return newest(look -> !look.clock.isAfter(moment));
  }

  /** Forgets what is older than the newest look not after a moment. */
  void forgetBefore(Instant moment) {
    notAfter(moment).ifPresent(this::forgetBefore);
  }

  private void forgetBefore(Look look) {
    while (!looks.getFirst().equals(look)) {
      looks.removeFirst();
    }
  }

  private Optional<Look> newest(Predicate<Look> condition) {
    var found = looks.descendingIterator();
    while (found.hasNext()) {
      var look = found.next();
      if (condition.test(look)) {
        return Optional.of(look);
      }
    }
    return Optional.empty();
  }
}
