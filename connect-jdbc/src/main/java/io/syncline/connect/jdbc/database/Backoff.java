package io.syncline.connect.jdbc.database;

import java.time.Duration;
import java.util.Optional;

/**
 * Waits between tries: each twice the one before, at most a minute.
 *
 * <p>Counts the failures in a row; not for several threads.
 */
public final class Backoff {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int NO_MORE_DOUBLING = 16;

  private final Duration first;
  private final int attempts;
  private int failures;

  /** With 0 attempts the tries never end. */
  public Backoff(Duration first, int attempts) {
    this.first = first;
    this.attempts = attempts;
  }

  /** How long to wait after one more failure; empty when it was the last try. */
  public Optional<Duration> afterFailure() {
    failures++;
    if (attempts > 0 && failures >= attempts) {
      return Optional.empty();
    }
    var wait = first.multipliedBy(1L << Math.min(failures - 1, NO_MORE_DOUBLING));
    return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : longest());
  }

  /** A first wait beyond a minute is what was asked for. */
  private Duration longest() {
    return first.compareTo(LONGEST) > 0 ? first : LONGEST;
  }

  public int failures() {
    return failures;
  }

  public void succeeded() {
    failures = 0;
  }
}
