package io.syncline.connect.jdbc.sink.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.config.Validators;
import io.syncline.connect.jdbc.table.TableId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * Which arrays of a record become rows of their own.
 *
 * @param tables by the array's field
 * @param parentColumn of a child table, holds the parent's key; empty when there are no children
 * @param keyField of an element, tells the children of one parent apart
 */
public record ChildConfig(Map<String, TableId> tables, String parentColumn, String keyField) {
  static final String TABLES = "child.tables";
  static final String PARENT_COLUMN = "child.parent.column";
  static final String KEY_FIELD = "child.key.field";

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Child tables")
        .optional(
            TABLES,
            Type.LIST,
            "",
            Pairs.VALIDATOR,
            "Arrays of structs that become rows of a table, as field:table; an array is written"
                + " with its parent, and replaces what the parent had before.")
        .optional(
            PARENT_COLUMN,
            Type.STRING,
            "",
            Validators.ANY,
            "Column of the child tables that holds the parent's key, as in order_id.")
        .optional(
            KEY_FIELD,
            Type.STRING,
            "",
            Validators.ANY,
            "Field of an element that, with the parent's key, is the child's primary key.");
  }

  static ChildConfig from(AbstractConfig config) {
    var tables = new LinkedHashMap<String, TableId>();
    Pairs.read(config.getList(TABLES))
        .forEach((field, table) -> tables.put(field, TableId.parse(table)));
    return new ChildConfig(tables, config.getString(PARENT_COLUMN), config.getString(KEY_FIELD));
  }

  List<Refusal> refusals(WriteConfig write, TableNaming naming) {
    var refusals = new ArrayList<Refusal>();
    if (tables.isEmpty()) {
      refuseWithoutTables(PARENT_COLUMN, parentColumn, refusals);
      refuseWithoutTables(KEY_FIELD, keyField, refusals);
      return refusals;
    }
    refuseMissing(PARENT_COLUMN, parentColumn, "column", refusals);
    refuseMissing(KEY_FIELD, keyField, "field", refusals);
    if (!keyField.isEmpty() && keyField.equals(parentColumn)) {
      refusals.add(new Refusal(KEY_FIELD, keyField, PARENT_COLUMN + " is the same; name another."));
    }
    if (write.mode() != InsertMode.UPSERT) {
      refusals.add(new Refusal(TABLES, tables.keySet(), "needs insert.mode=upsert."));
    }
    if (write.keyMode() == KeyMode.KAFKA || write.keyFields().size() > 1) {
      refusals.add(new Refusal(TABLES, tables.keySet(), "needs a parent key of one column."));
    }
    refuseSharedTables(naming, refusals);
    return refusals;
  }

  private static void refuseWithoutTables(String key, String value, List<Refusal> refusals) {
    if (!value.isEmpty()) {
      refusals.add(new Refusal(key, value, "there is no " + TABLES + "; set it, or remove this."));
    }
  }

  private static void refuseMissing(String key, String value, String what, List<Refusal> refusals) {
    if (value.isEmpty()) {
      refusals.add(new Refusal(key, "", TABLES + " needs it; name the " + what + "."));
    }
  }

  /** What an array replaces must not be another's rows. */
  private void refuseSharedTables(TableNaming naming, List<Refusal> refusals) {
    var taken = new HashSet<TableId>();
    naming.mapping().keySet().forEach(topic -> taken.add(naming.table(topic)));
    for (var table : tables.values()) {
      if (!taken.add(table)) {
        refusals.add(
            new Refusal(
                TABLES, table, "a topic or another array goes there; name a table of its own."));
      }
    }
  }
}
