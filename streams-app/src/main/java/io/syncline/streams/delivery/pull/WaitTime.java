package io.syncline.streams.delivery.pull;

import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reader of the argument `wait`. */
final class WaitTime {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private WaitTime() {}

  static Duration parse(String text) {
    var wait = duration(text);
    if (wait.isNegative() || wait.compareTo(LONGEST) > 0) {
      throw refused(text);
    }
    return wait;
  }

  private static Duration duration(String text) {
    try {
      return text.matches("\\d{1,4}")
          ? Duration.ofSeconds(Long.parseLong(text))
          : Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw refused(text);
    }
  }

  private static SynclineException refused(String text) {
    return new SynclineException(
        ErrorCode.ARGUMENT_INVALID,
        "wait: '%s' must be seconds, or an ISO 8601 duration such as PT2.5S, from 0 to 30 seconds"
            .formatted(text));
  }
}
