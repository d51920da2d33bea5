package io.syncline.connect.jdbc.source.reading.load;

import java.util.List;

/**
 * What a task has to do of a table's load.
 *
 * @param ranges of the plan; none when the task only waits for them
 */
public record LoadShare(LoadPlan plan, List<Integer> ranges) {
  public LoadShare {
    ranges = List.copyOf(ranges);
  }
}
