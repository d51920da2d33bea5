package io.syncline.local.bench.topology;

import io.syncline.local.bench.topology.flow.StageApp;
import io.syncline.local.bench.topology.program.PlainClients;
import io.syncline.local.bench.topology.program.Settings;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.JavaCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The yardstick P: plain clients on the rows of customers, in a process like the application's. */
final class Yardstick {

  private static final String FROM = "crm.north.customers";
  private static final String TO = "bench.plain";
  private static final Duration BEYOND = Duration.ofMinutes(1);

  private final Bench bench;
  private int runs;

  Yardstick(Bench bench) {
    this.bench = bench;
  }

  Work measure(int threads) throws InterruptedException {
    Path outcome = bench.servers().dataOf("plain-%d-%d".formatted(threads, ++runs));
    bench.topics().create(List.of(TO));
    try {
      return measure(threads, outcome);
    } finally {
      bench.topics().delete(List.of(TO));
    }
  }

  private Work measure(int threads, Path outcome) {
    int seconds = bench.plan().seconds();
    int warmUp = Math.max(2, seconds / 2);
    Settings settings =
        Settings.none()
            .with("broker", bench.servers().broker().bootstrapServers())
            .with("from", FROM)
            .with("to", TO)
            .with("threads", threads)
            .with("warmUp", warmUp)
            .with("seconds", seconds)
            .with("outcome", outcome);
    Duration broker = bench.brokerCpu();
    ChildProcess program =
        bench
            .servers()
            .run(
                "plain-clients",
                JavaCommand.withHeap(StageApp.HEAP).serial(),
                PlainClients.class,
                settings.lines());
    program.awaitSuccess(BEYOND.plusSeconds(warmUp + seconds));
    Settings found = Settings.read(outcome);
    Work work =
        Work.of(
            found.number("records"),
            Duration.ofNanos(found.number("nanos")),
            Duration.ofNanos(found.number("cpuNanos")),
            share(bench.brokerCpu().minus(broker), found));
    bench.say(String.format(Locale.ROOT, "P, %d threads", threads), work);
    return work;
  }

  /** The broker's time for what was measured, out of that for everything. */
  private static Duration share(Duration all, Settings found) {
    double part = (double) found.number("records") / found.number("all");
    return Duration.ofNanos((long) (all.toNanos() * part));
  }
}
