package io.syncline.connect.jdbc.config;

import java.util.HashSet;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Checks that hold for one value alone. */
public final class Validators {
  public static final Validator ANY = LambdaValidator.with((key, value) -> {}, () -> "");

  /** Names in a list, each once and none empty. */
  public static final Validator NAMES = LambdaValidator.with(Validators::ensureNames, () -> "");

  /** A name, if there is one. */
  public static final Validator NAME = LambdaValidator.with(Validators::ensureName, () -> "");

  private Validators() {}

  private static void ensureName(String key, @Nullable Object value) {
    if (value != null && value.toString().isBlank()) {
      throw new ConfigException(key, value, "it is empty; write a name, or remove the key.");
    }
  }

  private static void ensureNames(String key, Object value) {
    var seen = new HashSet<String>();
    for (var name : (List<?>) value) {
      var text = String.valueOf(name);
      if (text.isBlank()) {
        throw new ConfigException(key, value, "an entry is empty; remove a comma.");
      }
      if (!seen.add(text)) {
        throw new ConfigException(key, value, text + " is there twice; remove one.");
      }
    }
  }
}
