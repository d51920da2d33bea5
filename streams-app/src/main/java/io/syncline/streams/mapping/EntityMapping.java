package io.syncline.streams.mapping;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceRow;
import io.syncline.schemas.Violation;
import io.syncline.streams.mapping.expression.Expression;
import io.syncline.streams.mapping.expression.RowReader;
import io.syncline.streams.mapping.expression.Table;
import io.syncline.streams.mapping.expression.UnmappableException;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.mapping.join.Joins;
import io.syncline.streams.mapping.join.OtherRow;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** How the rows of one table become one entity. */
final class EntityMapping implements JoinedEntity.Mapper {

  private static final FieldType TEXT = new FieldType.Text();

  private final Entity entity;
  private final Table table;
  private final Map<String, Expression> fields;
  private final Map<String, Expression> attributes;
  private final Joins joins;
  private final CanonicalFields canonical;
  private final OwnFaults faults;
  private final Suppliers suppliers;
  private final Map<Schema, RowReader> readers = new ConcurrentHashMap<>();

  EntityMapping(
      CanonicalFields canonical,
      Table table,
      Joins joins,
      Map<String, Expression> fields,
      Map<String, Expression> attributes,
      List<Rule> rules) {
    this.entity = canonical.entity();
    this.table = table;
    this.joins = joins;
    this.fields = fields;
    this.attributes = attributes;
    this.canonical = canonical;
    Map<String, Expression> lines = new LinkedHashMap<>(fields);
    attributes.forEach((name, line) -> lines.put(FieldValues.ATTRIBUTE + name, line));
    this.faults = new OwnFaults(joins, lines, rules);
    this.suppliers = new Suppliers(joins, lines);
  }

  Entity entity() {
    return entity;
  }

  Table table() {
    return table;
  }

  Joins joins() {
    return joins;
  }

  boolean isJoined() {
    return joins.needOtherRows();
  }

  /** Its lines, in the order of the file. */
  List<MappedField> lines() {
    return Stream.concat(lines(fields, false), lines(attributes, true)).toList();
  }

  private Stream<MappedField> lines(Map<String, Expression> expressions, boolean attribute) {
    return expressions.entrySet().stream()
        .map(line -> line(line.getKey(), attribute, line.getValue()));
  }

  private MappedField line(String name, boolean attribute, Expression expression) {
    return new MappedField(entity, name, attribute, expression.columns(), expression.text());
  }

  /** The row in canonical fields; with violations and without fields when that is not possible. */
  @Override
  public MappedRecord map(SourceRow row, Map<String, List<OtherRow>> joined) {
    var mapped =
        MappedRecord.newBuilder()
            .setSource(entity.of(row.source(), row.key()))
            .setVersion(row.version())
            .setCoordinates(row.origin().getCoordinates())
            .setOrigin(row.origin());
    row.value().ifPresent(value -> fill(mapped, value, joined));
    return mapped.build();
  }

  @Override
  public boolean isFaulty(MappedRecord mapped) {
    return faults.areIn(mapped);
  }

  private void fill(
      MappedRecord.Builder mapped, GenericRecord value, Map<String, List<OtherRow>> joined) {
    var reader = readers.computeIfAbsent(value.getSchema(), s -> new RowReader(table, s));
    var violations = new ArrayList<>(reader.violations());
    if (violations.isEmpty()) {
      var columns = reader.read(value, violations);
      var newest = joins.read(joined, columns, violations);
      mapped.setJoinedVersion(
          newest.values().stream().mapToLong(OtherRow::version).max().orElse(0));
      var values = new HashMap<String, Object>();
      fields.forEach(
          (name, expression) ->
              evaluate(name, expression, canonical.types().get(name), columns, values, violations));
      var extras = new TreeMap<String, Object>();
      attributes.forEach(
          (name, expression) -> evaluate(name, expression, TEXT, columns, extras, violations));
      var record = canonical.record(values, texts(extras));
      mapped.setFields(record);
      mapped.setSuppliers(suppliers.of(record, mapped.getVersion(), newest));
    }
    mapped.setViolations(violations);
  }

  private static void evaluate(
      String name,
      Expression expression,
      FieldType type,
      Map<String, Object> columns,
      Map<String, Object> into,
      List<Violation> violations) {
    try {
      expression
          .evaluate(columns)
          .map(type::coerce)
          .filter(value -> !value.toString().isBlank())
          .ifPresent(value -> into.put(name, value));
    } catch (UnmappableException e) {
      violations.add(new Violation("mapping", name, e.getMessage()));
    }
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    var texts = new TreeMap<String, String>();
    values.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }
}
