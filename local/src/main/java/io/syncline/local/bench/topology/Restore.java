package io.syncline.local.bench.topology;

import io.syncline.local.LocalException;
import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.topology.flow.StageApp;
import io.syncline.local.platform.folder.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Size of the state, and the way back to it from the changelogs, beside a bare consumer of them.
 */
final class Restore {

  private static final Aim AIM = Aim.atLeast(0.40);

  /** What two starts differ by without having anything to restore. */
  private static final double LEAST_SECONDS = 0.1;

  private final Bench bench;
  private final StageApp app;
  private final long customers;

  Restore(Bench bench, StageApp app, long customers) {
    this.bench = bench;
    this.app = app;
    this.customers = customers;
  }

  List<Section> sections() throws InterruptedException {
    Set<TopicPartition> changelogs = bench.topics().changelogs(app.id());
    app.stop();
    double onDisk = size(app.stateFolder());
    double inKafka = bench.topics().bytes(changelogs);
    double kept = start();
    app.stop();
    Folder.delete(app.stateFolder());
    double wiped = start();
    // Once for nothing, so that the reader is as warm as the broker's memory.
    bench.topics().readAll(changelogs, record -> true);
    long began = System.nanoTime();
    double records = bench.topics().readAll(changelogs, record -> true);
    double bare = records * 1e9 / (System.nanoTime() - began);
    Samples rate = Samples.of(records / Math.max(LEAST_SECONDS, wiped - kept));
    return List.of(
        new Section(
            "State of %,d customers' records, with their share of orders".formatted(customers),
            List.of(
                Figure.ours("stores on disk, a customer", "B", Samples.of(onDisk / customers)),
                Figure.ours("changelogs, a customer", "B", Samples.of(inKafka / customers)),
                Figure.ours("stores on disk, a million", "GB", million(onDisk)),
                Figure.ours("changelogs, a million", "GB", million(inKafka)))),
        new Section(
            "Restore of %,.0f records from changelogs".formatted(records),
            List.of(
                Figure.ours("restore", "rec/s", rate),
                Figure.yardstick("bare consumer", "rec/s", Samples.of(bare), rate).withAim(AIM),
                Figure.ours("start with state", "s", Samples.of(kept)),
                Figure.ours("start without", "s", Samples.of(wiped)))));
  }

  private Samples million(double bytes) {
    return Samples.of(bytes / customers * 1e6 / 1e9);
  }

  /** Seconds until it processes. */
  private double start() {
    long began = System.nanoTime();
    app.startAgain();
    double seconds = (System.nanoTime() - began) / 1e9;
    bench.screen().line(String.format(Locale.ROOT, "started in %.1f s", seconds));
    return seconds;
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(Restore::bytes).sum();
    } catch (IOException e) {
      throw new LocalException("Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
