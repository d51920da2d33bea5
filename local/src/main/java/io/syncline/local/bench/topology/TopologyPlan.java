package io.syncline.local.bench.topology;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much to measure.
 *
 * @param customers records of customers in each repeat
 * @param warmUp how many before the first
 * @param threads numbers of threads to measure with; the last one serves for what follows
 * @param seconds how long yardsticks and delays are measured
 * @param rate updates per second while delays are
 * @param hot records that share one generic value; 0 leaves that out
 * @param profile folder for recordings of where the application's time goes
 */
public record TopologyPlan(
    long customers,
    long warmUp,
    int repeats,
    List<Integer> threads,
    int seconds,
    int rate,
    long hot,
    Set<Part> parts,
    Optional<Path> profile) {

  /** What can be measured alone. */
  public enum Part {
    WHOLE,
    STAGES,
    DELAY,
    RESTORE
  }

  public TopologyPlan {
    threads = List.copyOf(threads);
    parts = Set.copyOf(parts);
  }

  int mostThreads() {
    return threads.get(threads.size() - 1);
  }
}
