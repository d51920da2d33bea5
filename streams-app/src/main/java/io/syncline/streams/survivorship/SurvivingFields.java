package io.syncline.streams.survivorship;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.ProductFields;
import io.syncline.streams.rule.FieldValues;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** The fields of an entity about which rules decide. */
public final class SurvivingFields {

  private static final String ATTRIBUTES = "attributes";

  private SurvivingFields() {}

  /** The canonical fields, in order. */
  public static SortedSet<String> of(Entity entity) {
    var schema = entity == Entity.PRODUCT ? ProductFields.SCHEMA$ : CustomerFields.SCHEMA$;
    var fields = new TreeSet<String>();
    schema.getFields().stream().map(Schema.Field::name).forEach(fields::add);
    fields.remove(ATTRIBUTES);
    return fields;
  }

  /** Whether this is a canonical field, or `attributes.` and a name. */
  public static boolean has(Entity entity, String name) {
    return of(entity).contains(name)
        || name.startsWith(FieldValues.ATTRIBUTE) && name.length() > FieldValues.ATTRIBUTE.length();
  }
}
