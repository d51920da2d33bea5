package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.Condition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Value of the first ordering column up to which nothing will appear any more.
 *
 * <p>A timestamp is the first that is not settled, a number the last that is.
 */
final class SettledValue {
  private final IncrementOrder order;
  private final Horizon horizon;
  private final Highest highest;
  private final Looks looks = new Looks();

  SettledValue(Increments increments, Horizon horizon) {
    this.order = increments.order();
    this.highest = increments.highest();
    this.horizon = horizon;
  }

  /**
   * Answer of the database.
   *
   * @param clock the database's own
   * @param moment before which every transaction has ended
   * @param value empty when that holds for none
   */
  record Answer(Instant clock, Instant moment, Optional<String> value) {}

  Answer ask(Connection connection) throws SQLException {
    var top = order.byTimestamp() ? Optional.<String>empty() : highest.ask(connection);
    var clock = horizon.clock(connection);
    looks.add(new Looks.Look(top, clock, 0));
    var moment = horizon.at(connection, clock);
    return new Answer(clock, moment, at(moment));
  }

  private Optional<String> at(Instant moment) {
    if (moment.equals(Instant.EPOCH)) {
      return Optional.empty();
    }
    if (order.byTimestamp()) {
      return Optional.of(order.timestampAt(moment));
    }
    looks.forgetBefore(moment);
    return looks.notAfter(moment).flatMap(Looks.Look::highest);
  }

  /** Condition that a row is settled. */
  Condition upTo(String value) {
    return order.first(order.byTimestamp() ? "<" : "<=", value);
  }

  /** Condition that it is not. */
  Condition behind(String value) {
    return order.first(order.byTimestamp() ? ">=" : ">", value);
  }
}
