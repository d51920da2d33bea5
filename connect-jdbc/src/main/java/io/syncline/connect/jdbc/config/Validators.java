package io.syncline.connect.jdbc.config;

import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** Checks that hold for one value alone. */
public final class Validators {
  public static final Validator ANY = LambdaValidator.with((key, value) -> {}, () -> "");

  private Validators() {}
}
