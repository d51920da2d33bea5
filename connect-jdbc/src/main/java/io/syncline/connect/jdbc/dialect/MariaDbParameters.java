package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.schema.ClockText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Values as MariaDB's driver writes them unharmed, or refuses them where it would not. */
final class MariaDbParameters {
  private static final int LAST_YEAR = 9999;

  private MariaDbParameters() {}

  static Object of(Object value) {
    if (value instanceof Float number) {
      // Its shortest text lies beyond the range when the number is the greatest.
      return finite(number.doubleValue());
    }
    if (value instanceof Double number) {
      return finite(number);
    }
    if (value instanceof Duration time) {
      // The driver's own way counts negative ones wrong.
      return ClockText.of(time);
    }
    if (value instanceof LocalDate date) {
      refuseYear(date.getYear());
    }
    if (value instanceof LocalDateTime time) {
      refuseYear(time.getYear());
    }
    return value;
  }

  /** The driver would write the word NaN, which the database takes for a column. */
  private static Object finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("NaN and infinity are no numbers to this database");
    }
    return number;
  }

  /** The driver would write the year 1 for the year 0, which is 1 BC. */
  private static void refuseYear(int year) {
    if (year < 1 || year > LAST_YEAR) {
      throw new IllegalArgumentException("its years go from 1 to 9999");
    }
  }
}
