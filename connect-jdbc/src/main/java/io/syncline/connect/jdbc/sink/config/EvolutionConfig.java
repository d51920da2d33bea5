package io.syncline.connect.jdbc.sink.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Validators;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * What may happen to tables, and which fields they get.
 *
 * @param create whether a missing table is created
 * @param evolve whether missing columns are added
 * @param fields of the value to write; empty for all
 */
public record EvolutionConfig(boolean create, boolean evolve, List<String> fields) {
  public static final String CREATE = "auto.create";
  public static final String EVOLVE = "auto.evolve";
  static final String FIELDS = "fields.whitelist";

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Columns")
        .optional(
            FIELDS, Type.LIST, "", Validators.ANY, "Fields of the value to write; empty for all.")
        .optional(CREATE, Type.BOOLEAN, false, Validators.ANY, "Whether to create a missing table.")
        .optional(
            EVOLVE,
            Type.BOOLEAN,
            false,
            Validators.ANY,
            "Whether to add columns that a table lacks.");
  }

  static EvolutionConfig from(AbstractConfig config) {
    return new EvolutionConfig(
        config.getBoolean(CREATE), config.getBoolean(EVOLVE), config.getList(FIELDS));
  }

  public boolean wants(String field) {
    return fields.isEmpty() || fields.contains(field);
  }
}
