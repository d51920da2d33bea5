package io.syncline.connect.jdbc.config;

import java.util.List;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;

/**
 * Setting that contradicts another one.
 *
 * @param remedy what is wrong and how to put it right
 */
public record Refusal(String key, Object value, String remedy) {

  /** Stops a connector from starting with a contradiction. */
  public static void throwFirst(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      var first = refusals.get(0);
      throw new ConfigException(first.key, first.value, first.remedy);
    }
  }

  /** Shows each contradiction beside its key, as a worker's validate call returns them. */
  public static void addAll(List<Refusal> refusals, Config config) {
    for (var refusal : refusals) {
      config.configValues().stream()
          .filter(value -> value.name().equals(refusal.key))
          .forEach(value -> value.addErrorMessage(refusal.toString()));
    }
  }

  public static boolean hasErrors(Config config) {
    return config.configValues().stream().anyMatch(value -> !value.errorMessages().isEmpty());
  }

  @Override
  public String toString() {
    return "Invalid value %s for configuration %s: %s".formatted(value, key, remedy);
  }
}
