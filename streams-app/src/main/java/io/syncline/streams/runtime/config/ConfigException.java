package io.syncline.streams.runtime.config;

/** A refusal of the configuration. Its message names the key, the fault and the remedy. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }

  /** Refuses unless valid. */
  public static void require(boolean valid, String key, String fault) {
    if (!valid) {
      throw new ConfigException(key + ": " + fault);
    }
  }
}
