package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.Choice;
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
 * @param horizon what tells that nothing older will be committed
 * @param delay how old a change must be, by the database's clock, to be read
 * @param lookback how much older than its transaction's first write a row's timestamp may be
 */
public record IncrementConfig(
    SourceMode mode,
    Optional<String> timestampColumn,
    Optional<String> incrementingColumn,
    Optional<String> softDeleteColumn,
    boolean refuseNulls,
    TransactionHorizon horizon,
    Duration delay,
    Duration lookback) {
  static final String MODE = "mode";
  static final String TIMESTAMP = "timestamp.column.name";
  static final String INCREMENTING = "incrementing.column.name";
  static final String SOFT_DELETE = "soft.delete.column.name";
  static final String REFUSE_NULLS = "validate.non.null";
  static final String HORIZON = "transaction.horizon";
  static final String LOOKBACK = "lookback.interval.ms";
  static final String DELAY = "timestamp.delay.interval.ms";

  private static final Choice<TransactionHorizon> HORIZONS = Choice.of(TransactionHorizon.class);

  static void define(ConfigDef definition) {
    var group = new KeyGroup(definition, "Mode");
    group.required(
        MODE,
        Type.STRING,
        SourceMode.VALIDATOR,
        "How rows are found: bulk reads the whole table at every poll, compare too but sends only"
            + " what is new, changed or deleted, incrementing reads new rows by a number that grows,"
            + " timestamp and timestamp+incrementing what was written since the last poll.");
    group.optional(
        TIMESTAMP,
        Type.STRING,
        null,
        Validators.NAME,
        "Column that every insert and update sets to the time of the write.");
    group.optional(
        INCREMENTING,
        Type.STRING,
        null,
        Validators.NAME,
        "Number that grows with every new row (mode incrementing), or unique column that orders"
            + " rows of the same timestamp; the primary key if not set.");
    group.optional(
        SOFT_DELETE,
        Type.STRING,
        null,
        Validators.NAME,
        "Column that marks a deleted row: neither null nor false nor 0 sends a tombstone.");
    group.optional(
        REFUSE_NULLS,
        Type.BOOLEAN,
        true,
        Validators.ANY,
        "Whether to refuse a timestamp column that may be NULL;"
            + " if not, rows with NULL are left out and counted in the log.");
    defineHorizon(group);
  }

  private static void defineHorizon(KeyGroup group) {
    group.optional(
        HORIZON,
        Type.STRING,
        "database",
        HORIZONS,
        "What tells that nothing older will be committed: database asks it for transactions in"
            + " progress, clock trusts the delay alone.");
    group.optional(
        DELAY,
        Type.LONG,
        1_000L,
        Range.atLeast(0),
        "How old a change must be to be read, in milliseconds, where the horizon is the clock or"
            + " rows do not name their transaction; PostgreSQL's do, and need no delay.");
    group.optional(
        LOOKBACK,
        Type.LONG,
        30_000L,
        Range.atLeast(0),
        "How much older than its transaction's first write a row's timestamp may be, or how long"
            + " before it its number was taken, in milliseconds; rows of that age are looked at"
            + " again, and sent once. Used where rows name their transaction (PostgreSQL).");
  }

  static IncrementConfig from(AbstractConfig config) {
    return new IncrementConfig(
        SourceMode.parse(config.getString(MODE)),
        Optional.ofNullable(config.getString(TIMESTAMP)),
        Optional.ofNullable(config.getString(INCREMENTING)),
        Optional.ofNullable(config.getString(SOFT_DELETE)),
        config.getBoolean(REFUSE_NULLS),
        HORIZONS.read(config.getString(HORIZON)),
        Duration.ofMillis(config.getLong(DELAY)),
        Duration.ofMillis(config.getLong(LOOKBACK)));
  }

  List<Refusal> refusals(QuerySelection query) {
    var refusals = new ArrayList<Refusal>();
    if (mode.readsTimestamp() && timestampColumn.isEmpty()) {
      refusals.add(new Refusal(TIMESTAMP, "null", "mode " + mode.text() + " needs it; name it."));
    }
    timestampColumn
        .filter(columns -> columns.contains(","))
        .ifPresent(columns -> refusals.add(new Refusal(TIMESTAMP, columns, "name one column.")));
    if (timestampColumn.isPresent() && timestampColumn.equals(incrementingColumn)) {
      refusals.add(
          new Refusal(
              INCREMENTING,
              timestampColumn.get(),
              "it is to tell rows of one timestamp apart; name a unique column, or remove the key"
                  + " for the primary key."));
    }
    softDeleteColumn.flatMap(column -> unfitMark(column, query)).ifPresent(refusals::add);
    return refusals;
  }

  private Optional<Refusal> unfitMark(String column, QuerySelection query) {
    if (mode == SourceMode.INCREMENTING) {
      return Optional.of(
          new Refusal(
              SOFT_DELETE,
              column,
              "mode incrementing reads a row once, so its deletion would not be seen; use"
                  + " timestamp+incrementing."));
    }
    var mark = Optional.of(column);
    return mark.equals(timestampColumn)
            || mark.equals(incrementingColumn)
            || query.keyColumns().contains(column)
        ? Optional.of(
            new Refusal(
                SOFT_DELETE,
                column,
                "every row has a value there, so each would be taken for deleted; name the column"
                    + " that marks deleted rows."))
        : Optional.empty();
  }
}
