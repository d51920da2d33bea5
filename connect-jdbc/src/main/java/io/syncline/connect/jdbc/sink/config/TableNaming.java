package io.syncline.connect.jdbc.sink.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * Which table a topic goes to.
 *
 * @param format of the table's name, where the mapping names none
 */
public record TableNaming(String format, Map<String, String> mapping) {
  static final String FORMAT = "table.name.format";
  static final String MAPPING = "topics.to.tables.mapping";

  private static final String TOPIC = "${topic}";

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Tables")
        .optional(
            FORMAT,
            Type.STRING,
            TOPIC,
            ConfigDef.LambdaValidator.with(TableNaming::ensureFormat, () -> "schema.name or name"),
            "Name of a topic's table; ${topic} stands for the topic, a dot follows a schema.")
        .optional(
            MAPPING,
            Type.LIST,
            "",
            Pairs.VALIDATOR,
            "Tables of single topics, as topic:table; before " + FORMAT + ".");
  }

  static TableNaming from(AbstractConfig config) {
    return new TableNaming(config.getString(FORMAT), Pairs.read(config.getList(MAPPING)));
  }

  private static void ensureFormat(String key, Object value) {
    var format = String.valueOf(value);
    if (format.replace(TOPIC, "").contains("${")) {
      throw new ConfigException(key, value, "only ${topic} is replaced; write the rest out.");
    }
    ensureTable(key, format);
  }

  static void ensureTable(String key, String name) {
    var table = TableId.parse(name);
    if (name.startsWith(".") || table.name().isBlank()) {
      throw new ConfigException(key, name, "it names no table; write name or schema.name.");
    }
  }

  /**
   * @param topics that the connector reads; empty when they are not known by name
   */
  List<Refusal> refusals(List<String> topics) {
    return topics.isEmpty()
        ? List.of()
        : mapping.keySet().stream()
            .filter(topic -> !topics.contains(topic))
            .map(
                topic ->
                    new Refusal(MAPPING, topic, "topics has no such topic; correct one of them."))
            .toList();
  }

  public TableId table(String topic) {
    var name = mapping.get(topic);
    return TableId.parse(name == null ? format.replace(TOPIC, topic) : name);
  }
}
