package io.syncline.streams.identity.match.value;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.ProductFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** The fields that a comparison value can be made of: canonical ones, and `attributes.<name>`. */
public final class RecordFields {

  private static final String ATTRIBUTES = "attributes";
  private static final String PREFIX = ATTRIBUTES + ".";

  private RecordFields() {}

  /** Names of an entity's canonical fields. */
  public static Set<String> canonical(Entity entity) {
    var names = new TreeSet<String>();
    schema(entity).getFields().forEach(field -> names.add(field.name()));
    names.remove(ATTRIBUTES);
    return names;
  }

  public static boolean isAttribute(String name) {
    return name.startsWith(PREFIX) && name.length() > PREFIX.length();
  }

  static Optional<String> read(Object fields, String name) {
    var record = (IndexedRecord) fields;
    return isAttribute(name)
        ? text(attributes(record).get(name.substring(PREFIX.length())))
        : text(record.get(record.getSchema().getField(name).pos()));
  }

  private static Map<?, ?> attributes(IndexedRecord record) {
    return (Map<?, ?>) record.get(record.getSchema().getField(ATTRIBUTES).pos());
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
  }

  private static Schema schema(Entity entity) {
    return entity == Entity.PRODUCT ? ProductFields.SCHEMA$ : CustomerFields.SCHEMA$;
  }
}
