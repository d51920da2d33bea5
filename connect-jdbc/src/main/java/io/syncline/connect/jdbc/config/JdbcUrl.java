package io.syncline.connect.jdbc.config;

import io.syncline.connect.jdbc.dialect.Dialects;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Check of a JDBC URL: a database we speak to, and no password in the open. */
final class JdbcUrl implements ConfigDef.Validator {
  private static final Pattern PASSWORD = Pattern.compile("(?i)[?&;]password=|//[^/?@]*:[^/?@]*@");

  @Override
  public void ensureValid(String key, Object value) {
    var url = String.valueOf(value);
    if (url.startsWith("${")) {
      throw new ConfigException(
          key,
          url,
          "the worker found no value for this placeholder; set it where the worker runs.");
    }
    // The URL is not shown from here on: it may hold a secret.
    if (Dialects.forUrl(url).isEmpty()) {
      throw new ConfigException(key + " must begin with one of " + Dialects.urlPrefixes());
    }
    if (PASSWORD.matcher(url).find()) {
      throw new ConfigException(
          key + " holds a password, which would show in logs; move it to connection.password.");
    }
  }

  @Override
  public String toString() {
    return "a JDBC URL without a password, beginning with " + Dialects.urlPrefixes();
  }
}
