package io.syncline.local.bench;

import java.util.Map;
import java.util.Set;

/**
 * How much to measure.
 *
 * @param sourceSettings of the source connector, in place of or beside its own
 * @param sinkSettings the same of the sink connector
 */
public record BenchPlan(
    long rows,
    int repeats,
    Set<Part> parts,
    Map<String, String> sourceSettings,
    Map<String, String> sinkSettings) {

  /** What can be measured alone. */
  public enum Part {
    SOURCE,
    SINK,
    DETECTION
  }
}
