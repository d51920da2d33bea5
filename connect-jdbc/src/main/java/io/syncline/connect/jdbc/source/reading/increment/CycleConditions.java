package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.RowTransactions;
import io.syncline.connect.jdbc.source.reading.page.Condition;
import java.util.ArrayList;
import java.util.List;

/** Conditions that pick a cycle's rows. */
record CycleConditions(RowTransactions transactions, IncrementOrder order) {

  List<Condition> of(Cycle cycle) {
    var conditions = new ArrayList<Condition>();
    if (order.first().column().nullable()) {
      conditions.add(Condition.of(order.quotedFirst() + " IS NOT NULL"));
    }
    cycle.after().ifPresent(after -> addBehind(after, conditions));
    conditions.add(before(cycle));
    return conditions;
  }

  private void addBehind(Edge after, List<Condition> conditions) {
    after.floor().ifPresent(floor -> conditions.add(notBelow(floor)));
    conditions.add(writtenSince(after.transaction()));
  }

  /**
   * The first cycle leaves out only what the next one is sure to find. So a row of a bygone epoch
   * of transaction numbers, which may look young, is not missed.
   */
  private Condition before(Cycle cycle) {
    var behind = writtenSince(cycle.until().transaction());
    return cycle
        .until()
        .floor()
        .filter(floor -> cycle.after().isEmpty())
        .map(floor -> notBelow(floor).and(behind))
        .orElse(behind)
        .negated();
  }

  /** A number is floor when it was given out before; a timestamp may be shared. */
  private Condition notBelow(String floor) {
    return order.first(order.byTimestamp() ? ">=" : ">", floor);
  }

  private Condition writtenSince(long transaction) {
    return Condition.of(transactions.writtenSince(), transactions.parameter(transaction));
  }
}
