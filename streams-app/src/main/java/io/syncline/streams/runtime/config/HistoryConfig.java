package io.syncline.streams.runtime.config;

import static io.syncline.streams.runtime.config.ConfigException.require;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What is remembered of canonical records.
 *
 * @param retention how long changes can be looked at. Zero: they are not kept
 */
@Context
@ConfigurationProperties("syncline.history")
public record HistoryConfig(@Bindable(defaultValue = "30d") Duration retention) {

  public HistoryConfig {
    require(
        !retention.isNegative(),
        "syncline.history.retention",
        "cannot be negative, is " + retention);
  }
}
