package io.syncline.connect.jdbc.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.jspecify.annotations.Nullable;

/** Configuration keys that belong together, on their way into a definition. */
public final class KeyGroup {
  private final ConfigDef definition;
  private final String name;
  private int order;

  public KeyGroup(ConfigDef definition, String name) {
    this.definition = definition;
    this.name = name;
  }

  public KeyGroup required(String key, Type type, Validator validator, String sentence) {
    return add(key, type, ConfigDef.NO_DEFAULT_VALUE, validator, Importance.HIGH, sentence);
  }

  /** A null default means: not set. */
  public KeyGroup optional(
      String key, Type type, @Nullable Object byDefault, Validator validator, String sentence) {
    return add(key, type, byDefault, validator, Importance.MEDIUM, sentence);
  }

  private KeyGroup add(
      String key,
      Type type,
      @Nullable Object byDefault,
      Validator validator,
      Importance importance,
      String sentence) {
    order++;
    definition.define(
        key, type, byDefault, validator, importance, sentence, name, order, Width.MEDIUM, key);
    return this;
  }
}
