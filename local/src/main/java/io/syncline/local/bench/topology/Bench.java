package io.syncline.local.bench.topology;

import io.syncline.local.bench.topology.flow.Cpu;
import io.syncline.local.bench.topology.flow.FlowTopics;
import io.syncline.local.bench.topology.flow.Servers;
import io.syncline.local.terminal.Screen;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the parts of the benchmark share.
 *
 * @param trials how many there were
 */
record Bench(
    Servers servers, FlowTopics topics, TopologyPlan plan, Screen screen, AtomicInteger trials) {

  Duration brokerCpu() {
    return Cpu.of(servers.broker().process());
  }

  void say(String what, Work work) {
    screen.line(
        String.format(
            Locale.ROOT,
            "%-30s %,9.0f records/s  %6.1f µs of CPU per record, the broker %.1f",
            what,
            work.rate(),
            work.cpu(),
            work.brokerCpu()));
  }
}
