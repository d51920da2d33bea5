package io.syncline.local.trickle;

import io.syncline.local.crm.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Observer of one target, which asks every few milliseconds whether the changes made so far have
 * arrived. One thread makes the changes known, another watches.
 */
final class TargetWatch implements Callable<TargetDelays>, AutoCloseable {

  private static final long BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();

  private final Database target;
  private final Duration limit;
  private final Looks before;
  private final Queue<Expected> expected = new ConcurrentLinkedQueue<>();
  private final Queue<String> missing = new ConcurrentLinkedQueue<>();
  private final List<Double> delays = new ArrayList<>();
  private volatile boolean allMade;

  TargetWatch(Database target, Duration limit) throws SQLException {
    this.target = target;
    this.limit = limit;
    this.before = new Looks(target);
  }

  /**
   * Says whether a change not yet committed seems to be there already, so that nobody could tell
   * its arrival.
   */
  boolean showsAlready(Change change) throws SQLException {
    return before.sees(change.sign());
  }

  /** Counts a change as missing because its arrival cannot be told. */
  void giveUp(Change change) {
    missing.add(change.what() + " (it looked so before)");
  }

  void expect(Change change, long committedNanos) {
    expected.add(new Expected(change, committedNanos));
  }

  /** Says that nothing more will be expected. */
  void allMade() {
    allMade = true;
  }

  /** Watches until all that is expected has been seen or is overdue. */
  @Override
  public TargetDelays call() throws SQLException {
    try (Looks looks = new Looks(target)) {
      boolean last = false;
      while (!last || !expected.isEmpty()) {
        // Read before the queue: what was added before it was set must not be overlooked.
        last = allMade;
        look(looks);
        LockSupport.parkNanos(BETWEEN_LOOKS);
      }
    }
    return TargetDelays.of(target.name(), delays, List.copyOf(missing));
  }

  @Override
  public void close() throws SQLException {
    before.close();
  }

  private void look(Looks looks) throws SQLException {
    for (Iterator<Expected> each = expected.iterator(); each.hasNext(); ) {
      if (settled(each.next(), looks)) {
        each.remove();
      }
    }
  }

  private boolean settled(Expected next, Looks looks) throws SQLException {
    if (looks.sees(next.change.sign())) {
      return delays.add(next.ageMillis());
    }
    return next.ageMillis() > limit.toMillis() && missing.add(next.change.what());
  }

  private record Expected(Change change, long committedNanos) {

    double ageMillis() {
      return (System.nanoTime() - committedNanos) / 1e6;
    }
  }
}
