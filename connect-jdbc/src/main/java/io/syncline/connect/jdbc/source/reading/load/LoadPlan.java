package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Way of reading a table in ranges of its primary key.
 *
 * <p>It is stored with every range's offset, so that a load goes on as it began. Ranges are counted
 * from 0; together they hold every key that there is or will be.
 *
 * @param created in milliseconds, by the database's clock
 * @param rows that there were
 * @param rowsPerRange rows of every range but the last
 * @param line between the load and the increments behind it, as {@code Cutoff} keeps it
 * @param ends last keys of all ranges but the last
 */
public record LoadPlan(
    TableId table,
    long created,
    long rows,
    long rowsPerRange,
    Map<String, String> line,
    List<Cursor> ends) {
  /** Each has an offset of its own, with the plan in it. */
  public static final int MOST_RANGES = 64;

  public LoadPlan {
    line = Map.copyOf(line);
    ends = List.copyOf(ends);
  }

  public int ranges() {
    return ends.size() + 1;
  }

  /** Place behind which a range begins; empty for the beginning of the table. */
  Optional<Cursor> start(int range) {
    return range == 0 ? Optional.empty() : Optional.of(ends.get(range - 1));
  }

  /** Last place of a range; empty for the end of the table. */
  Optional<Cursor> end(int range) {
    return range == ends.size() ? Optional.empty() : Optional.of(ends.get(range));
  }

  /** Rows of a range, as they were counted. */
  long rows(int range) {
    return range < ends.size() ? rowsPerRange : rows - rowsPerRange * ends.size();
  }
}
