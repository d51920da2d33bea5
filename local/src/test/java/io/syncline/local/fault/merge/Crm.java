package io.syncline.local.fault.merge;

import io.syncline.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A CRM, with its own words for what both know. */
enum Crm {
  NORTH(
      "north",
      "customers",
      Map.of(
          "company", "company",
          "email", "email",
          "phone", "phone",
          "street", "street",
          "city", "city"),
      "last_name",
      List.of("first_name", "postcode", "country_code")) {
    @Override
    Object key(int number) {
      return number;
    }
  },
  SOUTH(
      "south",
      "clients",
      Map.of("email", "mail", "phone", "telephone", "street", "address_line", "city", "town"),
      "full_name",
      List.of("zip", "country", "segment")) {
    @Override
    Object key(int number) {
      return "C" + number;
    }
  };

  private final String source;
  private final String table;
  private final Map<String, String> columns;
  private final String nameColumn;
  private final Schema schema;

  /**
   * @param columns by the canonical field that they fill
   * @param nameColumn must be filled
   * @param others columns that are there, and empty
   */
  Crm(
      String source,
      String table,
      Map<String, String> columns,
      String nameColumn,
      List<String> others) {
    this.source = source;
    this.table = table;
    this.columns = columns;
    this.nameColumn = nameColumn;
    var fields = SchemaBuilder.record(table).namespace("crm." + source).fields();
    columns.values().stream().sorted().forEach(fields::optionalString);
    others.forEach(fields::optionalString);
    fields.optionalString(nameColumn);
    schema = fields.optionalBoolean("vip").endRecord();
  }

  abstract Object key(int number);

  /** Of a customer's source record, as text. */
  String name(int number) {
    return source + "/customer/" + key(number);
  }

  String topic() {
    return Topics.ofTable(source, table);
  }

  /** Whether it has a column for a canonical field. */
  boolean knows(String field) {
    return columns.containsKey(field);
  }

  /**
   * @param fields values by canonical field
   */
  GenericRecord row(Map<String, String> fields) {
    var row = new GenericData.Record(schema);
    row.put(nameColumn, "Somebody");
    fields.forEach((field, value) -> row.put(columns.get(field), value));
    return row;
  }
}
