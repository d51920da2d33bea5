package io.syncline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Process started by us, with its log. */
public final class ChildProcess {

  static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final Duration PROBE_PAUSE = Duration.ofMillis(100);

  private final String name;
  private final Path log;
  private final Process process;
  private volatile boolean stopping;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static ChildProcess start(ChildCommand command) {
    // In a session of its own, so that Ctrl-C reaches the launcher alone, which stops all in order.
    List<String> words = new ArrayList<>(List.of("setsid"));
    words.addAll(command.words());
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
    builder.environment().putAll(command.environment());
    try {
      return new ChildProcess(command.name(), command.log(), builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command.name(), e);
    }
  }

  public String name() {
    return name;
  }

  public Path log() {
    return log;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns when the probe succeeds. */
  public void awaitReady(Duration limit, Probe probe) {
    long end = System.nanoTime() + limit.toNanos();
    Exception answer = new IllegalStateException("not asked yet");
    while (System.nanoTime() < end) {
      try {
        probe.tryOnce();
        return;
      } catch (Exception e) {
        answer = e;
      }
      if (endsWithin(PROBE_PAUSE)) {
        throw ended();
      }
    }
    throw ChildFailure.notReady(name, limit.toSeconds(), String.valueOf(answer.getMessage()), log);
  }

  /** Returns when the child has done its work, for the ones that are tools rather than servers. */
  public void awaitSuccess(Duration limit) {
    if (!endsWithin(limit)) {
      kill9();
      throw ChildFailure.notReady(name, limit.toSeconds(), "still running", log);
    }
    if (process.exitValue() != 0) {
      throw ended();
    }
  }

  /** Completes with the failure when the child ends without having been told to. */
  public CompletableFuture<ChildFailure> failure() {
    return process
        .onExit()
        .thenCompose(
            ended ->
                stopping ? new CompletableFuture<>() : CompletableFuture.completedFuture(ended()));
  }

  /** Asks the child to end, and ends it when it has not within 15 seconds. */
  public void stop() {
    stop(STOP_LIMIT);
  }

  void stop(Duration limit) {
    stopping = true;
    process.destroy();
    if (!endsWithin(limit)) {
      kill9();
    }
  }

  /** Ends the child, and the processes it has started, without a chance to tidy up. */
  public void kill9() {
    stopping = true;
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    endsWithin(STOP_LIMIT);
    // A database server refuses to start while one of its last processes is still there.
    descendants.forEach(
        descendant ->
            descendant
                .onExit()
                .completeOnTimeout(descendant, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join());
  }

  void onExit(Runnable action) {
    process.onExit().thenRun(action);
  }

  private ChildFailure ended() {
    return ChildFailure.ended(name, process.exitValue(), log);
  }

  private boolean endsWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
