package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.increment.Cutoff;
import io.syncline.connect.jdbc.source.reading.increment.Increments;
import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * End of a table's load, as the task sees it that may read only some of it.
 *
 * <p>A range has ended when its last record is stored. One that had no row left for its last
 * record, because the rows were changed or deleted meanwhile, has ended when the table has had none
 * for it for longer than a producer keeps a record on its way.
 */
final class LoadEnd {
  /** A producer gives up after two minutes, its {@code delivery.timeout.ms}. */
  private static final Duration LONGEST_WAY = Duration.ofMinutes(3);

  private final ReadingContext context;
  private final LoadShare share;
  private final LoadPlan plan;
  private final List<RangeRows> ranges;
  private final Map<Integer, Instant> emptySince = new HashMap<>();

  LoadEnd(Increments increments, Cutoff cutoff, TableDefinition table, LoadShare share) {
    this.context = increments.context();
    this.share = share;
    this.plan = share.plan();
    this.ranges =
        IntStream.range(0, share.plan().ranges())
            .mapToObj(range -> new RangeRows(increments, cutoff, table, share.plan(), range))
            .toList();
  }

  /**
   * Offsets at which the ranges ended.
   *
   * @return empty while one has not
   */
  Optional<Collection<Map<String, ?>>> positions(Connection connection) throws SQLException {
    var stored = StoredLoad.read(context.positions().stored(), plan.table());
    if (stored.contradicts(plan)) {
      return Optional.empty();
    }
    var now = context.dialect().now(connection);
    var positions = new ArrayList<Map<String, ?>>();
    for (var range = 0; range < ranges.size(); range++) {
      var own = share.ranges().contains(range);
      var position = own ? ownPosition(range) : stored.range(range);
      if (!RangeOffset.isDone(position)
          && (own || !isLongEmpty(connection, range, position, now))) {
        return Optional.empty();
      }
      positions.add(position);
    }
    return Optional.of(positions);
  }

  /** What a task sends it sends in order, so its own memory is enough. */
  private Map<String, ?> ownPosition(int range) {
    var position = context.positions().of(Partitions.of(plan.table(), range));
    return RangeOffset.isOf(plan, position) ? position : Map.of();
  }

  private boolean isLongEmpty(
      Connection connection, int range, Map<String, ?> position, Instant now) throws SQLException {
    if (ranges.get(range).isAnyBehind(connection, position)) {
      emptySince.remove(range);
      return false;
    }
    var since = emptySince.computeIfAbsent(range, absent -> now);
    return Duration.between(since, now).compareTo(LONGEST_WAY) > 0;
  }
}
