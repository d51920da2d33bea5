package io.syncline.local.bench;

import io.syncline.local.bench.Arrival.Course;
import io.syncline.local.bench.Arrival.Gauge;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.terminal.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * One load of all rows by a connector.
 *
 * @param rate in rows per second, from just before the first row to the last
 * @param firstAfter seconds from the connector's registration to just before the first row
 * @param cpuPerMillion seconds of the worker's process per million rows
 */
record Load(double rate, double firstAfter, double cpuPerMillion) {

  /**
   * Registers the connector and waits for its last row.
   *
   * @param gauge grows with every row
   * @param count of the rows, exact and costly
   * @param toRows estimates how many rows a gauge's level means
   */
  static Load watch(
      Bench bench, Runnable register, Gauge gauge, Gauge count, LongUnaryOperator toRows)
      throws SQLException, InterruptedException {
    long rows = bench.plan().rows();
    Worker worker = new Worker(bench.platform().connect());
    Duration before = worker.cpu();
    try (Progress progress = bench.screen().progress("rows")) {
      register.run();
      Course course =
          new Arrival(
                  gauge,
                  count,
                  bench.platform()::requireHealthy,
                  level -> progress.show("ours", Math.min(rows, toRows.applyAsLong(level)), rows))
              .await(rows);
      Duration cpu = worker.cpu().minus(before);
      return new Load(
          course.rate(rows), course.firstAfter().toMillis() / 1e3, cpu.toMillis() * 1e3 / rows);
    }
  }

  static Samples rates(List<Load> loads) {
    return samples(loads, Load::rate);
  }

  /** What the loads took beside their time. */
  static List<Figure> costs(List<Load> loads) {
    return List.of(
        Figure.ours("worker's CPU per million rows", "s", samples(loads, Load::cpuPerMillion)),
        Figure.ours("start to first row", "s", samples(loads, Load::firstAfter)));
  }

  private static Samples samples(List<Load> loads, ToDoubleFunction<Load> value) {
    return new Samples(loads.stream().mapToDouble(value).boxed().toList());
  }
}
