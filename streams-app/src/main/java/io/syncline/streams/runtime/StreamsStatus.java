package io.syncline.streams.runtime;

/**
 * Where the streams stand.
 *
 * @param waitsFor what must happen before they process, in one sentence; empty when they do
 * @param liveThreads processing threads that work
 * @param threads processing threads there should be
 */
public record StreamsStatus(Phase phase, String waitsFor, int liveThreads, int threads) {

  /** Part of the process's life. */
  public enum Phase {
    /** Kafka is asked for the topics. */
    PREPARING,
    /** Partitions are being assigned, or their state is being restored. */
    STARTING,
    /** Every partition of this instance is processed. */
    RUNNING,
    /** The process is shutting down. */
    STOPPING,
    /** A fault stopped the streams for good; only a restart helps. */
    FAILED
  }

  /** True when every thread works and every partition is processed. */
  public boolean ready() {
    return phase == Phase.RUNNING && liveThreads == threads;
  }
}
