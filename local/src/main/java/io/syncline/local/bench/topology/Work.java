package io.syncline.local.bench.topology;

import io.syncline.local.bench.report.Samples;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Records that were worked off.
 *
 * @param rate records per second
 * @param cpu microseconds of its own process per record
 * @param brokerCpu the same of the broker
 */
record Work(double rate, double cpu, double brokerCpu) {

  static Work of(long records, Duration took, Duration cpu, Duration brokerCpu) {
    return new Work(
        records * 1e9 / took.toNanos(),
        cpu.toNanos() / 1e3 / records,
        brokerCpu.toNanos() / 1e3 / records);
  }

  static Samples samples(List<Work> repeats, ToDoubleFunction<Work> value) {
    return new Samples(repeats.stream().mapToDouble(value).boxed().toList());
  }
}
