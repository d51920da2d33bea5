package io.syncline.local.bench.identity;

import io.syncline.local.LocalException;
import io.syncline.local.bench.identity.dataset.DataSet;
import io.syncline.local.bench.identity.dataset.Row;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.ProductFields;
import io.syncline.streams.identity.match.MatchRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rows as records of an entity, as two CRMs would give them: a column with the name of an attribute
 * is that attribute.
 */
final class CrmRecords {

  private static final String PREFIX = "attributes.";
  private static final int VERSIONS = 3;

  private final Entity entity;

  CrmRecords(Entity entity) {
    this.entity = entity;
  }

  /** Refuses rules over a column that the data set does not have. */
  void check(MatchRules rules, DataSet data) {
    Set<String> columns = columns(data.rows());
    Set<String> unknown = new TreeSet<>(rules.fields(entity));
    unknown.removeIf(
        field -> field.startsWith(PREFIX) && columns.contains(field.substring(PREFIX.length())));
    if (!unknown.isEmpty()) {
      throw new LocalException(
          "%s has no column for %s of the rules: write attributes.<column>; there is %s"
              .formatted(data.name(), unknown, columns));
    }
  }

  /**
   * The record of a row; every other one is of the other CRM. Versions are few, so that which is
   * more recent decides about some values, and leaves others to what comes after it.
   */
  MappedRecord record(int number, Row row) {
    MappedRecord record = new MappedRecord();
    record.setSource(entity.of(number % 2 == 0 ? "north" : "south", row.source() + "/" + row.id()));
    record.setVersion(1L + number / 2 % VERSIONS);
    record.setCoordinates(new Coordinates(row.source(), 0, (long) number));
    record.setFields(fields(row.cells()));
    return record;
  }

  private Object fields(Map<String, String> attributes) {
    if (entity == Entity.PRODUCT) {
      ProductFields fields = new ProductFields();
      fields.setAttributes(attributes);
      return fields;
    }
    CustomerFields fields = new CustomerFields();
    fields.setAttributes(attributes);
    return fields;
  }

  private static Set<String> columns(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
