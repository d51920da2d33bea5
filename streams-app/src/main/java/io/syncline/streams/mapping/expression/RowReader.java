package io.syncline.streams.mapping.expression;

import io.syncline.schemas.AvroValues;
import io.syncline.schemas.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Reader of the declared columns of one table out of records of one Avro schema. */
public final class RowReader {

  private final Map<String, Schema> columns = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  public RowReader(Table table, Schema schema) {
    table.columns().forEach((name, declared) -> bind(name, declared, schema));
  }

  private void bind(String name, ColumnType declared, Schema schema) {
    var field = schema.getField(name);
    if (field == null) {
      violations.add(
          violation(
              "column",
              "the row has no column '%s', which the mapping declares: mend the mapping, or give the column back"
                  .formatted(name)));
      return;
    }
    var actual = withoutNull(field.schema());
    if (ColumnType.of(actual).filter(declared::equals).isEmpty()) {
      violations.add(
          violation(
              "column-type",
              "column '%s' is declared %s, but the row has %s: mend the mapping's tables section"
                  .formatted(name, declared.word(), describe(actual))));
      return;
    }
    columns.put(name, actual);
  }

  /** What the record's shape lacks, measured against the declaration; empty when it fits. */
  public List<Violation> violations() {
    return violations;
  }

  /**
   * The declared columns of a record, by name; a null column is absent.
   *
   * @param unreadable takes a violation for each value that has no form, such as a NaN
   */
  public Map<String, Object> read(GenericRecord record, List<Violation> unreadable) {
    var values = new HashMap<String, Object>(columns.size() * 2);
    columns.forEach(
        (name, schema) -> {
          var value = record.get(name);
          if (value != null) {
            read(name, schema, value, values, unreadable);
          }
        });
    return values;
  }

  private static void read(
      String name,
      Schema schema,
      Object value,
      Map<String, Object> values,
      List<Violation> unreadable) {
    try {
      values.put(name, AvroValues.plain(schema, value));
    } catch (RuntimeException e) {
      unreadable.add(
          violation(
              "column-value",
              "column '%s' holds no %s that can be read: correct it in the source"
                  .formatted(name, describe(schema))));
    }
  }

  private static Schema withoutNull(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }

  private static String describe(Schema schema) {
    return ColumnType.of(schema).map(ColumnType::word).orElseGet(() -> schema.getType().getName());
  }

  private static Violation violation(String rule, String message) {
    return Violation.newBuilder().setRule(rule).setMessage(message).build();
  }
}
