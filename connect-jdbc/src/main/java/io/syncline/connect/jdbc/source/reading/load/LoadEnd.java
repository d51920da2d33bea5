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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * End of a table's load, as the task sees it that may read only some of it.
 *
 * <p>A range has ended when its last record is stored, and with it all before. A range of another
 * task that had no row left for its last record, because the rows were changed or deleted
 * meanwhile, has ended when the table has had none for it for longer than a transaction of its
 * producer lasts by default.
 */
final class LoadEnd {
  private static final Logger LOG = LoggerFactory.getLogger(LoadEnd.class);

  /** The default of {@code transaction.timeout.ms} is a minute. */
  private static final Duration LONGEST_WAY = Duration.ofMinutes(3);

  private final ReadingContext context;
  private final LoadShare share;
  private final LoadPlan plan;
  private final List<RangeRows> ranges;
  private final Map<Integer, Instant> emptySince = new HashMap<>();
  private int told;

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
    if (!share.ranges().stream().allMatch(range -> RangeOffset.isDone(own(range)))) {
      return Optional.empty();
    }
    var now = context.dialect().now(connection);
    // The stored offsets are waited for, and the table should not be locked as long.
    connection.commit();
    var stored = StoredLoad.read(context.positions().stored(), plan.table());
    if (stored.contradicts(plan)) {
      return Optional.empty();
    }
    var positions = new ArrayList<Map<String, ?>>();
    for (var range = 0; range < ranges.size(); range++) {
      if (hasEnded(connection, range, stored.range(range), now)) {
        positions.add(stored.range(range));
      }
    }
    tellOfEmptyRanges();
    return positions.size() == ranges.size() ? Optional.of(positions) : Optional.empty();
  }

  private boolean hasEnded(Connection connection, int range, Map<String, ?> stored, Instant now)
      throws SQLException {
    if (RangeOffset.isDone(stored)) {
      return true;
    }
    return share.ranges().contains(range)
        ? RangeOffset.rows(stored) == RangeOffset.rows(own(range))
        : isLongEmpty(connection, range, stored, now);
  }

  /** What the task itself has sent of a range. */
  private Map<String, ?> own(int range) {
    var position = context.positions().of(Partitions.range(plan.table(), range));
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

  private void tellOfEmptyRanges() {
    if (emptySince.size() > told) {
      LOG.info(
          "Ranges have no row left to end with; increments wait {} s for what may be on its way:"
              + " table={} ranges={}",
          LONGEST_WAY.toSeconds(),
          plan.table(),
          emptySince.keySet());
    }
    told = emptySince.size();
  }
}
