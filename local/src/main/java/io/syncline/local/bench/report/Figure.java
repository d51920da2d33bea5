package io.syncline.local.bench.report;

import java.util.Optional;

/**
 * Line of a report.
 *
 * @param ratio ours against this, if this is a yardstick; or this against one
 * @param aim for the ratio; where there is none, for the samples
 */
public record Figure(
    String what, String unit, Samples samples, Optional<Samples> ratio, Optional<Aim> aim) {

  public static Figure ours(String what, String unit, Samples samples) {
    return new Figure(what, unit, samples, Optional.empty(), Optional.empty());
  }

  public static Figure yardstick(String what, String unit, Samples samples, Samples ours) {
    return new Figure(what, unit, samples, Optional.of(ours.dividedBy(samples)), Optional.empty());
  }

  /** What is ours, with its own part of a yardstick. */
  public static Figure against(Samples yardstick, String what, String unit, Samples ours) {
    return new Figure(what, unit, ours, Optional.of(ours.dividedBy(yardstick)), Optional.empty());
  }

  public Figure withAim(Aim wanted) {
    return new Figure(what, unit, samples, ratio, Optional.of(wanted));
  }

  /** Whether the median is as wanted; true where nothing is. */
  public boolean meetsAim() {
    double measured = ratio.orElse(samples).median();
    return aim.map(wanted -> wanted.isMetBy(measured)).orElse(true);
  }
}
