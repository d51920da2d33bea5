package io.syncline.streams.mapping.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Rows of one table, each in the form in which the connector would bring it.
 *
 * @param key columns of the primary key
 * @param columns its columns with what each holds, in the table's order
 * @param rows the values of each row, by column; a null is absent
 */
public record TableSample(
    String table,
    List<String> key,
    Map<String, SampleColumn> columns,
    List<Map<String, Object>> rows) {

  /**
   * Reads all rows of a result.
   *
   * @param zone where timestamps without an offset were written
   */
  public static TableSample of(String table, List<String> key, ResultSet read, ZoneId zone)
      throws SQLException {
    var kinds = columns(read);
    var rows = new ArrayList<Map<String, Object>>();
    while (read.next()) {
      var row = new LinkedHashMap<String, Object>();
      var place = 0;
      for (var column : kinds.entrySet()) {
        place++;
        var value = column.getValue().read(read, place, zone);
        value.ifPresent(present -> row.put(column.getKey(), present));
      }
      rows.add(row);
    }
    return new TableSample(table, key, kinds, rows);
  }

  private static Map<String, SampleColumn> columns(ResultSet read) throws SQLException {
    var described = read.getMetaData();
    var columns = new LinkedHashMap<String, SampleColumn>();
    for (var place = 1; place <= described.getColumnCount(); place++) {
      columns.put(described.getColumnLabel(place), SampleColumn.of(described, place));
    }
    return columns;
  }

  /** The primary key of a row as text, its parts joined by commas. */
  String keyOf(Map<String, Object> row) {
    return key.stream().map(row::get).map(Objects::toString).collect(Collectors.joining(","));
  }

  /**
   * The rows as records of one schema.
   *
   * @param wanted the columns that are taken; those that the table lacks are left out
   */
  List<GenericRecord> records(Set<String> wanted) {
    var fields = new ArrayList<Schema.Field>();
    columns.forEach(
        (name, column) -> {
          if (wanted.contains(name)) {
            fields.add(new Schema.Field(name, column.schema(values(name))));
          }
        });
    var schema = Schema.createRecord("row", null, null, false, fields);
    return rows.stream().map(row -> record(row, schema)).toList();
  }

  private List<Object> values(String column) {
    return rows.stream().map(row -> row.get(column)).filter(Objects::nonNull).toList();
  }

  private GenericRecord record(Map<String, Object> row, Schema schema) {
    var record = new GenericData.Record(schema);
    for (var field : schema.getFields()) {
      var value = row.get(field.name());
      if (value != null) {
        var column = Objects.requireNonNull(columns.get(field.name()));
        record.put(field.pos(), column.avro(value, field.schema()));
      }
    }
    return record;
  }
}
