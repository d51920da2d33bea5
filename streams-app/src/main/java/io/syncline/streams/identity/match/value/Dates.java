package io.syncline.streams.identity.match.value;

import java.util.regex.Pattern;

/** Dates as eight digits, year first. */
final class Dates {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/. ]?(\\d{1,2})[-/. ]?(\\d{1,2})(?:[T ].*)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");

  private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

  private Dates() {}

  /** Year, month, day of `2001-02-03`, `20010203` or `03.02.2001`; the digits of anything else. */
  static String digits(String text) {
    var yearFirst = YEAR_FIRST.matcher(text.strip());
    if (yearFirst.matches()) {
      return yearFirst.group(1) + two(yearFirst.group(2)) + two(yearFirst.group(3));
    }
    var dayFirst = DAY_FIRST.matcher(text.strip());
    if (dayFirst.matches()) {
      return dayFirst.group(3) + two(dayFirst.group(2)) + two(dayFirst.group(1));
    }
    return NO_DIGITS.matcher(text).replaceAll("");
  }

  /** The same date with day and month exchanged; empty for what is no date of eight digits. */
  static String swapped(String text) {
    var digits = digits(text);
    return digits.length() == 8
        ? digits.substring(0, 4) + digits.substring(6) + digits.substring(4, 6)
        : "";
  }

  private static String two(String digits) {
    return digits.length() == 1 ? "0" + digits : digits;
  }
}
