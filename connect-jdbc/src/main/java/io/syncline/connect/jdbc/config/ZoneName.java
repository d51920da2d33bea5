package io.syncline.connect.jdbc.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Check of a time zone's name. */
final class ZoneName implements ConfigDef.Validator {

  @Override
  public void ensureValid(String key, Object value) {
    try {
      ZoneId.of(String.valueOf(value));
    } catch (DateTimeException e) {
      throw new ConfigException(key, value, "name a time zone as in Europe/Vienna or UTC.");
    }
  }

  @Override
  public String toString() {
    return "a time zone, as in Europe/Vienna or UTC";
  }
}
