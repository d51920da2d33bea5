package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.RowTransactions;
import io.syncline.connect.jdbc.source.config.TransactionHorizon;
import io.syncline.connect.jdbc.source.reading.page.CursorColumn;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Choice of what tells a table's changes: transactions where rows name theirs, else the clock.
 *
 * <p>One for all tables of a connection, so that the database is asked no oftener than needed.
 */
public final class ChangeTracking {
  private final ReadingContext context;
  private @Nullable Horizon horizon;

  public ChangeTracking(ReadingContext context) {
    this.context = context;
  }

  /** The table's changes, as mode and columns order them. */
  public Increments increments(TableDefinition table) {
    var config = context.config();
    var zone = config.connection().zone();
    var order = IncrementOrder.of(table, config.increment(), zone, context.dialect());
    var needed = order.columns().stream().map(CursorColumn::column).toList();
    var mapping = new RowMapping(table, context.dialect(), config, needed);
    return new Increments(context, mapping, order);
  }

  /** Reader of all there is, then of what changes. */
  public TableReader reader(Increments increments) {
    return transactions()
        .<TableReader>map(it -> new CycleReader(increments, it))
        .orElseGet(() -> new ClockReader(increments, horizon(), Optional.empty()));
  }

  /** Line that lets others read what is there already. */
  public Cutoff cutoff(Increments increments) {
    return transactions()
        .<Cutoff>map(it -> new CycleCutoff(increments, it))
        .orElseGet(() -> new ClockCutoff(increments, horizon()));
  }

  private Horizon horizon() {
    if (horizon == null) {
      horizon = new Horizon(context.dialect(), context.config().increment());
    }
    return horizon;
  }

  private Optional<RowTransactions> transactions() {
    var config = context.config();
    return config.increment().horizon() == TransactionHorizon.DATABASE && !config.query().isGiven()
        ? context.dialect().rowTransactions()
        : Optional.empty();
  }
}
