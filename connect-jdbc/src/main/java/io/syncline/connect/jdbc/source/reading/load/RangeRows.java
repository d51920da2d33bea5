package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.increment.Cutoff;
import io.syncline.connect.jdbc.source.reading.increment.Increments;
import io.syncline.connect.jdbc.source.reading.page.Condition;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.CursorColumn;
import io.syncline.connect.jdbc.source.reading.page.KeyOrder;
import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of one range of a plan: those of the load's side, in the order of the primary key. */
final class RangeRows {
  private final LoadPlan plan;
  private final int range;
  private final List<CursorColumn> order;
  private final RecordPages pages;
  private final List<Condition> conditions;

  RangeRows(Increments increments, Cutoff cutoff, TableDefinition table, LoadPlan plan, int range) {
    var context = increments.context();
    this.plan = plan;
    this.range = range;
    this.order = KeyOrder.of(table, context.dialect()).columns();
    var partition = Partitions.of(plan.table(), range);
    this.pages = new RecordPages(context, increments.mapping(), partition, order, cutoff.noted());
    this.conditions = new ArrayList<>(cutoff.conditions(plan.line()));
    plan.end(range).map(pages::upTo).ifPresent(conditions::add);
  }

  RecordPages pages() {
    return pages;
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** Place behind which the rows are that were not read yet. */
  Optional<Cursor> place(Map<String, ?> position) {
    return Cursor.fromOffset(position, order).or(() -> plan.start(range));
  }

  boolean isAnyBehind(Connection connection, Map<String, ?> position) throws SQLException {
    return pages.isAny(connection, conditions, place(position));
  }
}
