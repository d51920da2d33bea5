package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.table.TableId;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * Which topic a table goes to.
 *
 * @param format of what follows the prefix
 */
public record TopicNaming(String prefix, String format) {
  public static final String FORMAT = "topic.name.format";
  static final String PREFIX = "topic.prefix";

  private static final String TABLE = "${table}";
  private static final String SCHEMA = "${schema}";
  private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]*");

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Topics")
        .required(
            PREFIX,
            Type.STRING,
            ConfigDef.LambdaValidator.with(
                TopicNaming::ensurePrefix, () -> "letters, digits, . _ -"),
            "What a topic's name begins with.")
        .optional(
            FORMAT,
            Type.STRING,
            TABLE,
            ConfigDef.LambdaValidator.with(
                TopicNaming::ensureFormat, () -> "letters, digits, . _ - ${schema} ${table}"),
            "What follows the prefix in a topic's name: ${table} stands for the table's name and"
                + " ${schema} for its schema's (on MariaDB its database's), as in"
                + " ${schema}.${table}.");
  }

  static TopicNaming from(AbstractConfig config) {
    return new TopicNaming(config.getString(PREFIX), config.getString(FORMAT));
  }

  private static void ensurePrefix(String key, Object value) {
    var prefix = String.valueOf(value);
    if (prefix.isEmpty() || !LEGAL.matcher(prefix).matches()) {
      throw new ConfigException(key, value, "use letters, digits, dot, underscore and hyphen.");
    }
  }

  private static void ensureFormat(String key, Object value) {
    var rest = String.valueOf(value).replace(TABLE, "").replace(SCHEMA, "");
    if (rest.contains("${")) {
      throw new ConfigException(
          key, value, "only ${schema} and ${table} are replaced; write the rest out.");
    }
    if (!LEGAL.matcher(rest).matches()) {
      throw new ConfigException(
          key,
          value,
          "beside ${schema} and ${table} use letters, digits, dot, underscore, hyphen.");
    }
    if (String.valueOf(value).isEmpty()) {
      throw new ConfigException(key, value, "it is empty; write ${table}, or remove the key.");
    }
  }

  /** Its name, made legal where the table's is not. */
  public String topic(TableId table) {
    return prefix
        + format.replace(SCHEMA, legal(table.schema())).replace(TABLE, legal(table.name()));
  }

  private static String legal(String name) {
    return name.replaceAll("[^a-zA-Z0-9._-]", "_");
  }
}
