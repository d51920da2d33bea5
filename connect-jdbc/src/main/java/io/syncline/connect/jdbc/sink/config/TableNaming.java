package io.syncline.connect.jdbc.sink.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.table.TableId;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

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
            new ConfigDef.NonEmptyString(),
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

  public TableId table(String topic) {
    var name = mapping.get(topic);
    return TableId.parse(name == null ? format.replace(TOPIC, topic) : name);
  }
}
