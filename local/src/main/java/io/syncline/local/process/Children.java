package io.syncline.local.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Every child process of one platform, none of which outlives the launcher. */
public final class Children implements AutoCloseable {

  /** Connect and the application would wait long for a broker that is gone. */
  private static final Duration STOP_LIMIT_AFTER_FAILURE = Duration.ofSeconds(2);

  private final ProcessGuard guard = new ProcessGuard();
  private final Deque<ChildProcess> started = new ArrayDeque<>();
  private final CompletableFuture<ChildFailure> failure = new CompletableFuture<>();
  private final Object closing = new Object();
  private boolean closed;

  /** Starts a server, which must go on running. */
  public ChildProcess startServer(ChildCommand command) {
    ChildProcess child = start(command);
    child.failure().thenAccept(failure::complete);
    return child;
  }

  /** Starts a command that ends by itself; its caller waits for that. */
  public synchronized ChildProcess start(ChildCommand command) {
    if (closed) {
      throw new IllegalStateException("Stopping: " + command.name() + " is not started any more");
    }
    ChildProcess child = ChildProcess.start(command);
    guard.watch(child);
    started.push(child);
    return child;
  }

  /** Completes when a server ends without having been told to. */
  public CompletableFuture<ChildFailure> failure() {
    return failure;
  }

  /** Throws the failure of the first server that ended without having been told to, if any. */
  public void requireAllAlive() {
    ChildFailure first = failure.getNow(null);
    if (first != null) {
      throw first;
    }
  }

  /** Children that are running, in the order they were started. */
  public synchronized List<ChildProcess> alive() {
    List<ChildProcess> alive = new ArrayList<>();
    started.descendingIterator().forEachRemaining(alive::add);
    alive.removeIf(child -> !child.isAlive());
    return alive;
  }

  /** Stops all, the last started first. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    // A second caller waits for the first, as the launcher may not end before its children have.
    synchronized (closing) {
      for (ChildProcess last = last(); last != null; last = last()) {
        last.stop(failure.isDone() ? STOP_LIMIT_AFTER_FAILURE : ChildProcess.STOP_LIMIT);
      }
      guard.close();
    }
  }

  private synchronized @Nullable ChildProcess last() {
    return started.poll();
  }
}
