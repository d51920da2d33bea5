package io.syncline.local.platform;

import io.syncline.local.LocalException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts that run beside one another. */
final class Starts implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final StartListener listener;

  Starts(StartListener listener) {
    this.listener = listener;
  }

  <T> Started<T> begin(String part, Supplier<T> start, Function<T, String> address) {
    Future<T> future =
        threads.submit(
            () -> {
              long before = System.nanoTime();
              T started = start.get();
              Duration took = Duration.ofNanos(System.nanoTime() - before);
              listener.ready(part, address.apply(started), took);
              return started;
            });
    return () -> await(future);
  }

  /** Lets go of the threads; a start that still waits fails as its child is stopped. */
  @Override
  public void close() {
    threads.shutdown();
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new LocalException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalException("Interrupted while starting", e);
    }
  }

  /** Part that is starting. */
  @FunctionalInterface
  interface Started<T> {

    /** Waits for it; throws what made its start fail. */
    T get();
  }
}
