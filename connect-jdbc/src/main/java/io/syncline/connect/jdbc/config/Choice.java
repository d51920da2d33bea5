package io.syncline.connect.jdbc.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Check that a value names one constant of an enum, in whatever case. */
public final class Choice<E extends Enum<E>> implements ConfigDef.Validator {
  private final Class<E> type;

  private Choice(Class<E> type) {
    this.type = type;
  }

  public static <E extends Enum<E>> Choice<E> of(Class<E> type) {
    return new Choice<>(type);
  }

  @Override
  public void ensureValid(String key, Object value) {
    if (!names().contains(String.valueOf(value).toLowerCase(Locale.ROOT))) {
      throw new ConfigException(key, value, "choose one of " + String.join(", ", names()) + ".");
    }
  }

  /** The check for a key that may be left out. */
  public ConfigDef.Validator orNotSet() {
    return ConfigDef.LambdaValidator.with(
        (key, value) -> {
          if (value != null) {
            ensureValid(key, value);
          }
        },
        this::toString);
  }

  /** The constant that a checked value names. */
  public E read(String value) {
    return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
  }

  private List<String> names() {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  @Override
  public String toString() {
    return "one of " + String.join(", ", names());
  }
}
