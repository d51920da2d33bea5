package io.syncline.local.trickle;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The mix of work: who of the two desks does what next. */
final class Shifts {

  /** One round; shuffled anew each time, so that even a short run has some of most. */
  private static final List<Work> ROUND =
      List.of(
          desk -> Optional.of(desk.newCustomer()),
          desk -> Optional.of(desk.newCustomer()),
          Desk::newOrder,
          Desk::newOrder,
          Desk::newOrder,
          Desk::changeCustomer,
          Desk::changeCustomer,
          Desk::changePrice,
          Desk::changeStatus,
          Desk::changeStatus,
          Desk::changeQuantity,
          Desk::changeQuantity,
          Desk::deleteOrder,
          Desk::deleteCustomer);

  private final Desk north;
  private final Desk south;
  private final Random random;
  private final Deque<Work> round = new ArrayDeque<>();

  Shifts(Desk north, Desk south, long seed) {
    this.north = north;
    this.south = south;
    this.random = new Random(seed);
  }

  /**
   * Work that is done and waits for its commit.
   *
   * @param by the desk whose commit it waits for
   */
  record Done(Change change, Desk by) {}

  Done next() throws SQLException {
    Desk desk = random.nextBoolean() ? north : south;
    Optional<Change> done = work().on(desk);
    // In a small CRM nothing may be left that is untouched; a new customer is always possible.
    return new Done(done.isPresent() ? done.get() : desk.newCustomer(), desk);
  }

  private Work work() {
    if (round.isEmpty()) {
      List<Work> shuffled = new ArrayList<>(ROUND);
      Collections.shuffle(shuffled, random);
      round.addAll(shuffled);
    }
    return round.remove();
  }

  private interface Work {
    Optional<Change> on(Desk desk) throws SQLException;
  }
}
