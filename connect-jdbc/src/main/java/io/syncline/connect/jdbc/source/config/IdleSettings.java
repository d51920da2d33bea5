package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * Settings that are not as by default, and yet change nothing.
 *
 * <p>Who wrote one of them expects something that will not happen. What depends on the database
 * alone is left to those whose settings are the same for several databases, unless it is a promise.
 */
final class IdleSettings {
  private final AbstractConfig values;
  private final SourceConfig config;
  private final List<Refusal> refusals = new ArrayList<>();

  IdleSettings(AbstractConfig values, SourceConfig config) {
    this.values = values;
    this.config = config;
  }

  List<Refusal> refusals() {
    if (config.query().isGiven()) {
      besideQuery();
    }
    byMode();
    byHorizon();
    if (config.records().numericMapping() == NumericMapping.BEST_FIT) {
      refuse(
          RecordConfig.SCALE, "numeric.mapping=best_fit makes doubles of such columns; remove it.");
    }
    return refusals;
  }

  private void besideQuery() {
    var why = "query says what to read; leave one of both out.";
    refuse(TableSelection.WHITELIST, why);
    refuse(TableSelection.BLACKLIST, why);
    refuse(TablePatterns.INCLUDE, why);
    refuse(TablePatterns.EXCLUDE, why);
    refuse(TableSelection.REFRESH, "with query no tables are looked for; remove it.");
    refuse(LoadConfig.RANGE_ROWS, "one task reads a query; remove it.");
    refuse(TopicNaming.FORMAT, "a query's topic is topic.prefix alone; remove it.");
  }

  private void byMode() {
    var mode = config.increment().mode();
    var why = "mode " + mode.text() + " does not look at it; leave it out or change the mode.";
    if (!mode.readsTimestamp()) {
      refuse(IncrementConfig.TIMESTAMP, why);
      refuse(IncrementConfig.REFUSE_NULLS, why);
    }
    if (!mode.readsNumber()) {
      refuse(IncrementConfig.INCREMENTING, why);
    }
    if (!mode.readsTimestamp() && !mode.readsNumber()) {
      refuse(IncrementConfig.HORIZON, why);
      refuse(IncrementConfig.DELAY, why);
      refuse(IncrementConfig.LOOKBACK, why);
      refuse(LoadConfig.RANGE_ROWS, why);
    }
  }

  private void byHorizon() {
    var mode = config.increment().mode();
    if (!mode.readsTimestamp() && !mode.readsNumber()) {
      return;
    }
    var instead = "; remove it, and see " + IncrementConfig.DELAY + ".";
    if (config.increment().horizon() == TransactionHorizon.CLOCK) {
      refuse(IncrementConfig.LOOKBACK, "transaction.horizon=clock does not look back" + instead);
    } else if (config.query().isGiven()) {
      refuse(IncrementConfig.LOOKBACK, "a query's rows do not name their transaction" + instead);
    } else if (config.connection().dialect().rowTransactions().isEmpty()) {
      refuse(
          IncrementConfig.LOOKBACK,
          "rows of this database do not name their transaction" + instead);
    }
  }

  private void refuse(String key, String why) {
    var value = values.values().get(key);
    var byDefault = SourceConfig.definition().defaultValues().get(key);
    if (value != null && !value.equals(byDefault)) {
      refusals.add(new Refusal(key, value, why));
    }
  }
}
