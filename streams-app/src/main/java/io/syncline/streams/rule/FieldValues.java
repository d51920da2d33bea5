package io.syncline.streams.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The fields of a record by the names that rules have for them. */
public final class FieldValues {

  /** What the name of an attribute begins with. */
  public static final String ATTRIBUTE = "attributes.";

  private static final String ATTRIBUTES = "attributes";

  private FieldValues() {}

  /** The value of a field, or of an attribute; empty when it has none. */
  public static Optional<Object> of(SpecificRecord fields, String name) {
    if (name.startsWith(ATTRIBUTE)) {
      return Optional.ofNullable(attributes(fields).get(name.substring(ATTRIBUTE.length())));
    }
    return Optional.ofNullable(fields.get(fields.getSchema().getField(name).pos()));
  }

  /** Every field that has a value. */
  public static Map<String, Object> all(SpecificRecord fields) {
    var values = new HashMap<String, Object>();
    for (var field : fields.getSchema().getFields()) {
      var value = fields.get(field.pos());
      if (value != null && !field.name().equals(ATTRIBUTES)) {
        values.put(field.name(), value);
      }
    }
    attributes(fields).forEach((name, value) -> values.put(ATTRIBUTE + name, value));
    return values;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> attributes(SpecificRecord fields) {
    var attributes = fields.getSchema().getField(ATTRIBUTES);
    return attributes == null ? Map.of() : (Map<String, Object>) fields.get(attributes.pos());
  }
}
