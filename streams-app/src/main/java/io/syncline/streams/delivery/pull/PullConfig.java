package io.syncline.streams.delivery.pull;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Bounds of the change feed.
 *
 * @param readers how many requests may read or wait at once; each costs a few megabytes
 */
@Context
@ConfigurationProperties("syncline.pull")
record PullConfig(@Bindable(defaultValue = "16") int readers) {

  PullConfig {
    if (readers < 1) {
      throw new IllegalArgumentException(
          "syncline.pull.readers: must be at least 1, is " + readers);
    }
  }
}
