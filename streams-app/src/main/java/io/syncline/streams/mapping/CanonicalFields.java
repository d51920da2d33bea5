package io.syncline.streams.mapping;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.OrderFields;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.ProductFields;
import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.rule.FieldValues;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The canonical fields of an entity, read from its Avro schema: a field added to the IDL can be
 * mapped without a line of Java.
 */
public final class CanonicalFields {

  private static final String ATTRIBUTES = "attributes";

  private static final Map<Entity, List<List<String>>> REQUIRED =
      Map.of(
          Entity.CUSTOMER, List.of(List.of("name", "company")),
          Entity.PRODUCT, List.of(List.of("name")),
          Entity.ORDER, List.of(List.of("customer")),
          Entity.ORDER_LINE, List.of(List.of("order"), List.of("quantity"), List.of("unit_price")));

  private final Entity entity;
  private final Class<? extends SpecificRecord> type;
  private final Schema schema;
  private final Map<String, FieldType> types = new LinkedHashMap<>();

  private CanonicalFields(Entity entity, Class<? extends SpecificRecord> type, ZoneId zone) {
    this.entity = entity;
    this.type = type;
    this.schema = SpecificData.get().getSchema(type);
    for (var field : schema.getFields()) {
      if (!field.name().equals(ATTRIBUTES)) {
        types.put(field.name(), FieldType.of(field.schema(), zone));
      }
    }
  }

  /** The fields of an entity. */
  public static CanonicalFields of(Entity entity) {
    return of(entity, ZoneOffset.UTC);
  }

  /**
   * The fields of an entity.
   *
   * @param zone where times without an offset were written
   */
  static CanonicalFields of(Entity entity, ZoneId zone) {
    return new CanonicalFields(
        entity,
        switch (entity) {
          case CUSTOMER -> CustomerFields.class;
          case PRODUCT -> ProductFields.class;
          case ORDER -> OrderFields.class;
          case ORDER_LINE -> OrderLineFields.class;
        },
        zone);
  }

  Entity entity() {
    return entity;
  }

  /** The fields that can be mapped, with their types. */
  Map<String, FieldType> types() {
    return types;
  }

  /**
   * The fields that must be mapped: of each list one at least. Without them quality would reject
   * every record, whatever its row holds.
   */
  public List<List<String>> required() {
    return REQUIRED.get(entity);
  }

  /** The fields as rules see them: as columns, so that one compiler serves both. */
  public Map<String, ColumnType> columns(Set<String> attributes) {
    var columns = new LinkedHashMap<String, ColumnType>();
    types.forEach((name, type) -> columns.put(name, type.column()));
    attributes.forEach(name -> columns.put(FieldValues.ATTRIBUTE + name, ColumnType.TEXT));
    return columns;
  }

  /** Whether the entity has room for further fields. */
  public boolean haveAttributes() {
    return schema.getField(ATTRIBUTES) != null;
  }

  /** A record of these values; fields without a value are null. */
  SpecificRecord record(Map<String, Object> values, Map<String, String> attributes) {
    var record = (SpecificRecord) SpecificData.newInstance(type, schema);
    values.forEach((name, value) -> record.put(schema.getField(name).pos(), value));
    if (haveAttributes()) {
      record.put(schema.getField(ATTRIBUTES).pos(), attributes);
    }
    return record;
  }
}
