package io.syncline.connect.jdbc.source.config;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Way of finding the rows to send. */
public enum SourceMode {
  /** Every row of the table, at every poll. */
  BULK("bulk"),
  /** New, changed and deleted rows, by comparing the table with what was sent. */
  COMPARE("compare"),
  /** New rows, by a number that grows. */
  INCREMENTING("incrementing"),
  /** New and changed rows, by a timestamp that every write moves forward. */
  TIMESTAMP("timestamp"),
  /** The same, with a column that orders rows of one timestamp. */
  TIMESTAMP_INCREMENTING("timestamp+incrementing");

  static final ConfigDef.Validator VALIDATOR =
      ConfigDef.LambdaValidator.with(SourceMode::ensureValid, () -> "one of " + texts());

  private final String text;

  SourceMode(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether rows are read by their changes, after all have been read once. */
  public boolean readsIncrements() {
    return this != BULK && this != COMPARE;
  }

  boolean readsTimestamp() {
    return this == TIMESTAMP || this == TIMESTAMP_INCREMENTING;
  }

  boolean readsNumber() {
    return this == INCREMENTING || this == TIMESTAMP_INCREMENTING;
  }

  static SourceMode parse(String text) {
    return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst().orElseThrow();
  }

  private static void ensureValid(String key, Object value) {
    if (Arrays.stream(values()).noneMatch(mode -> mode.text.equals(value))) {
      throw new ConfigException(key, value, "choose one of " + texts() + ".");
    }
  }

  private static String texts() {
    return Arrays.stream(values()).map(mode -> mode.text).collect(Collectors.joining(", "));
  }
}
