package io.syncline.streams.mapping;

import io.syncline.schemas.RowVersion;
import io.syncline.streams.mapping.expression.Expression;
import io.syncline.streams.mapping.join.Joins;
import io.syncline.streams.mapping.join.OtherRow;
import io.syncline.streams.rule.FieldValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Finder of the joined row that gave a field its value. Where an expression asks for several rows,
 * the newest of them stands for all.
 */
final class Suppliers {

  /**
   * What an expression asks for.
   *
   * @param joins in order, so that of rows of one version always the same is found
   */
  private record Asked(TreeSet<String> joins, boolean ownRow) {}

  private final Map<String, Asked> byField = new HashMap<>();

  /**
   * @param lines what fills each field, by the names that provenance has for them
   */
  Suppliers(Joins joins, Map<String, Expression> lines) {
    lines.forEach(
        (field, line) -> {
          var asked = joins.askedBy(line);
          if (!asked.isEmpty()) {
            var ownRow =
                line.columns().stream().map(Joins::before).anyMatch(it -> !asked.contains(it));
            byField.put(field, new Asked(new TreeSet<>(asked), ownRow));
          }
        });
  }

  /**
   * The suppliers of the fields that have a value, by field; absent where it is the own row.
   *
   * @param version of the own row
   * @param newest the newest of the rows that were taken for each join, by its name
   */
  Map<String, RowVersion> of(SpecificRecord fields, long version, Map<String, OtherRow> newest) {
    if (byField.isEmpty() || newest.isEmpty()) {
      return Map.of();
    }
    var suppliers = new TreeMap<String, RowVersion>();
    byField.forEach(
        (field, asked) -> {
          if (FieldValues.of(fields, field).isPresent()) {
            newest(asked, newest)
                .filter(row -> !asked.ownRow() || row.version() > version)
                .flatMap(Suppliers::version)
                .ifPresent(row -> suppliers.put(field, row));
          }
        });
    return suppliers;
  }

  private static Optional<OtherRow> newest(Asked asked, Map<String, OtherRow> newest) {
    return asked.joins().stream()
        .flatMap(join -> Stream.ofNullable(newest.get(join)))
        .reduce((one, next) -> next.version() > one.version() ? next : one);
  }

  private static Optional<RowVersion> version(OtherRow row) {
    return row.coordinates().map(place -> new RowVersion(place, row.version()));
  }
}
