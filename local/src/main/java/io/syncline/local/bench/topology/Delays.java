package io.syncline.local.bench.topology;

import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.topology.program.Settings;
import io.syncline.local.bench.topology.program.SteadyUpdates;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.JavaCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Delay of updates at a steady rate, alone and beside many records that share a value. */
final class Delays {

  private static final Aim MEDIAN = Aim.atMost(50);
  private static final Aim SLOWEST = Aim.atMost(139);

  /** A record among so many others may take half as long again. */
  private static final Aim NO_STALL = Aim.atMost(1.5);

  private static final String SHARED = "info@example.org";
  private static final Duration BEYOND = Duration.ofMinutes(4);
  private static final int HEAP = 256;

  private final Bench bench;
  private final long people;
  private int runs;

  /**
   * @param people who are customers in the application
   */
  Delays(Bench bench, long people) {
    this.bench = bench;
    this.people = people;
  }

  /** Microseconds. */
  private record Delay(double median, double slowest, double longest, double missing) {}

  Section section() {
    int rate = bench.plan().rate();
    int seconds = bench.plan().seconds();
    List<Delay> delays = new ArrayList<>();
    for (int repeat = 0; repeat < bench.plan().repeats(); repeat++) {
      delays.add(measure("updates", rate, seconds, new Others(0, 0, 0, "")));
    }
    return new Section(
        "Delay at %,d updates/s: row in the source topic to canonical record".formatted(rate),
        List.of(
            Figure.ours("p50", "ms", millis(delays, Delay::median)).withAim(MEDIAN),
            Figure.ours("p99", "ms", millis(delays, Delay::slowest)).withAim(SLOWEST),
            Figure.ours("longest", "ms", millis(delays, Delay::longest)),
            missing(delays)));
  }

  /** The same while new records come, first each with a value of its own, then all with one. */
  Section hotSection() {
    long hot = bench.plan().hot();
    int rate = Math.max(1, bench.plan().rate() / 2);
    int seconds = (int) Math.max(1, hot / rate);
    Delay own = measure("beside new records", rate, seconds, new Others(hot, people, rate, ""));
    Delay shared =
        measure(
            "beside a shared value", rate, seconds, new Others(hot, people + hot, rate, SHARED));
    return new Section(
        "%,d updates/s beside %,d new records/s, %,d of which share an e-mail address"
            .formatted(rate, rate, hot),
        List.of(
            Figure.ours("p50, one address", "ms", millis(List.of(shared), Delay::median)),
            Figure.yardstick(
                    "p50, own addresses",
                    "ms",
                    millis(List.of(own), Delay::median),
                    millis(List.of(shared), Delay::median))
                .withAim(NO_STALL),
            Figure.ours("p99, one address", "ms", millis(List.of(shared), Delay::slowest)),
            Figure.yardstick(
                    "p99, own addresses",
                    "ms",
                    millis(List.of(own), Delay::slowest),
                    millis(List.of(shared), Delay::slowest))
                .withAim(NO_STALL),
            missing(List.of(own, shared))));
  }

  /** Who came beside the updates. */
  long newCustomers() {
    return 2 * bench.plan().hot();
  }

  private static Samples millis(List<Delay> delays, ToDoubleFunction<Delay> micros) {
    return new Samples(delays.stream().map(each -> micros.applyAsDouble(each) / 1e3).toList());
  }

  private static Figure missing(List<Delay> delays) {
    return Figure.ours(
            "never seen", "updates", new Samples(delays.stream().map(Delay::missing).toList()))
        .withAim(Aim.atMost(0));
  }

  /**
   * New customers beside the updates.
   *
   * @param sharedEmail empty if each has one of its own
   */
  private record Others(long count, long first, long rate, String sharedEmail) {}

  private Delay measure(String what, int rate, int seconds, Others others) {
    Path outcome = bench.servers().dataOf("updates-%d.outcome".formatted(++runs));
    int warmUp = Math.max(2, bench.plan().seconds() / 2);
    Settings settings =
        Settings.none()
            .with("broker", bench.servers().broker().bootstrapServers())
            .with("registry", bench.servers().registry().url())
            .with("people", people)
            .with("rate", rate)
            .with("warmUp", warmUp)
            .with("seconds", seconds)
            .with("others", others.count())
            .with("firstOther", others.first())
            .with("rateOfOthers", others.rate())
            .with("sharedEmail", others.sharedEmail())
            .with("outcome", outcome);
    ChildProcess program =
        bench
            .servers()
            .run(
                "steady-updates",
                JavaCommand.withHeap(HEAP).serial(),
                SteadyUpdates.class,
                settings.lines());
    program.awaitSuccess(BEYOND.plusSeconds(warmUp + seconds));
    return said(what, Settings.read(outcome));
  }

  private Delay said(String what, Settings found) {
    Delay delay =
        new Delay(
            found.number("p50"),
            found.number("p99"),
            found.number("longest"),
            found.number("missing"));
    bench
        .screen()
        .line(
            String.format(
                Locale.ROOT,
                "%-30s p50 %,.0f ms, p99 %,.0f ms, longest %,.0f ms at %,d updates/s",
                what,
                delay.median() / 1e3,
                delay.slowest() / 1e3,
                delay.longest() / 1e3,
                found.number("rate")));
    return delay;
  }
}
