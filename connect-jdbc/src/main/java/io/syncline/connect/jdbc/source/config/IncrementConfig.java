package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.config.Validators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * How changed and deleted rows are told.
 *
 * @param incrementingColumn orders rows of one timestamp; empty for the primary key
 * @param softDeleteColumn marks deleted rows
 * @param refuseNulls whether a timestamp column that may be NULL stops the task
 * @param delay how old a change must be, by the database's clock, to be read
 */
public record IncrementConfig(
    SourceMode mode,
    Optional<String> timestampColumn,
    Optional<String> incrementingColumn,
    Optional<String> softDeleteColumn,
    boolean refuseNulls,
    Duration delay) {
  static final String MODE = "mode";
  static final String TIMESTAMP = "timestamp.column.name";
  static final String INCREMENTING = "incrementing.column.name";
  static final String SOFT_DELETE = "soft.delete.column.name";
  static final String REFUSE_NULLS = "validate.non.null";
  static final String DELAY = "timestamp.delay.interval.ms";

  static void define(ConfigDef definition) {
    var group = new KeyGroup(definition, "Mode");
    group.required(
        MODE,
        Type.STRING,
        SourceMode.VALIDATOR,
        "How rows are found: bulk reads the whole table at every poll, compare also but sends only"
            + " what is new, changed or deleted, timestamp+incrementing reads what was written since"
            + " the last poll.");
    group.optional(
        TIMESTAMP,
        Type.STRING,
        null,
        Validators.ANY,
        "Column that every insert and update sets to the time of the write.");
    group.optional(
        INCREMENTING,
        Type.STRING,
        null,
        Validators.ANY,
        "Unique column that orders rows of the same timestamp; the primary key if not set.");
    group.optional(
        SOFT_DELETE,
        Type.STRING,
        null,
        Validators.ANY,
        "Column that marks a deleted row: neither null nor false nor 0 sends a tombstone.");
    group.optional(
        REFUSE_NULLS,
        Type.BOOLEAN,
        true,
        Validators.ANY,
        "Whether to refuse a timestamp column that may be NULL;"
            + " if not, rows with NULL are left out and counted in the log.");
    group.optional(
        DELAY,
        Type.LONG,
        1_000L,
        Range.atLeast(0),
        "How old a change must be to be read, in milliseconds: longer than the longest"
            + " transaction that writes, for what commits later is not seen.");
  }

  static IncrementConfig from(AbstractConfig config) {
    return new IncrementConfig(
        SourceMode.parse(config.getString(MODE)),
        Optional.ofNullable(config.getString(TIMESTAMP)),
        Optional.ofNullable(config.getString(INCREMENTING)),
        Optional.ofNullable(config.getString(SOFT_DELETE)),
        config.getBoolean(REFUSE_NULLS),
        Duration.ofMillis(config.getLong(DELAY)));
  }

  List<Refusal> refusals() {
    var refusals = new ArrayList<Refusal>();
    if (mode == SourceMode.BULK || mode == SourceMode.COMPARE) {
      timestampColumn.ifPresent(column -> refusals.add(withoutEffect(TIMESTAMP, column)));
      incrementingColumn.ifPresent(column -> refusals.add(withoutEffect(INCREMENTING, column)));
    } else if (timestampColumn.isEmpty()) {
      refusals.add(
          new Refusal(TIMESTAMP, "null", "mode timestamp+incrementing needs it; name it."));
    }
    timestampColumn
        .filter(columns -> columns.contains(","))
        .ifPresent(columns -> refusals.add(new Refusal(TIMESTAMP, columns, "name one column.")));
    return refusals;
  }

  private Refusal withoutEffect(String key, String column) {
    return new Refusal(
        key, column, "mode " + mode + " does not look at it; leave it out or change the mode.");
  }
}
