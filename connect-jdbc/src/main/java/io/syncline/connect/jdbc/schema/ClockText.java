package io.syncline.connect.jdbc.schema;

import java.time.Duration;
import java.time.LocalTime;

/** Text of a time since midnight, in the form that databases read. */
public final class ClockText {
  private ClockText() {}

  /** As in 23:59:59.999999; outside of one day as in -01:00:00 and 24:00:00. */
  public static String of(Duration time) {
    if (!time.isNegative() && time.toDays() == 0) {
      return LocalTime.MIDNIGHT.plus(time).toString();
    }
    var size = time.abs();
    var fraction = size.getNano() == 0 ? "" : ".%09d".formatted(size.getNano());
    return "%s%02d:%02d:%02d%s"
        .formatted(
            time.isNegative() ? "-" : "",
            size.toHours(),
            size.toMinutesPart(),
            size.toSecondsPart(),
            fraction.replaceAll("0+$", ""));
  }
}
