package io.syncline.local.bench.topology.flow;

import io.syncline.local.LocalException;
import io.syncline.local.terminal.Progress;
import io.syncline.local.terminal.Screen;
import java.time.Duration;

/**
 * Wait until the application has done all that there is to do.
 *
 * <p>It has when everything it writes rests: changelogs, hops and canonical topics. The time is the
 * last movement's; that nothing is missing is counted afterwards.
 */
public final class Drain {

  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Servers servers;
  private final FlowTopics topics;
  private final Screen screen;

  public Drain(Servers servers, FlowTopics topics, Screen screen) {
    this.servers = servers;
    this.topics = topics;
    this.screen = screen;
  }

  /** Something that holds when nothing is missing. */
  public interface Completeness {

    boolean isReached() throws InterruptedException;
  }

  /**
   * Returns how long it took.
   *
   * @param rows of the sources, from the first on
   */
  public Duration await(String application, long rows, Completeness complete)
      throws InterruptedException {
    long began = System.nanoTime();
    long last = began;
    long looked = began;
    long before = topics.read(application);
    try (Progress progress = screen.progress("rows")) {
      for (long level = topics.level(); ; Thread.sleep(TICK.toMillis())) {
        long next = topics.level();
        long now = System.nanoTime();
        if (next != level) {
          level = next;
          last = now;
        }
        if (now - looked > REST.toNanos()) {
          looked = now;
          servers.requireHealthy();
          long read = Math.min(rows, topics.read(application));
          progress.show("read", Math.max(0, read - before), rows - before);
          if (now - last > REST.toNanos() && read == rows && complete.isReached()) {
            return Duration.ofNanos(last - began);
          }
          refuseToWait(read, rows, Duration.ofNanos(now - last));
        }
      }
    }
  }

  private static void refuseToWait(long read, long rows, Duration sinceLast) {
    if (sinceLast.compareTo(PATIENCE) > 0) {
      throw new LocalException(
          "%,d of %,d rows are read, and nothing has moved for %d s."
              .formatted(read, rows, sinceLast.toSeconds()));
    }
  }
}
