package io.syncline.streams.mapping.preview;

import io.syncline.schemas.MappedRecord;
import io.syncline.streams.mapping.MappedField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What became of one row, for a person to read: columns, fields, violations. */
final class PreviewPage {

  private static final int WIDEST = 72;
  private static final String NOTHING = "-";

  private final Set<String> columns;
  private final Map<String, Object> row;
  private final MappedRecord mapped;
  private final List<MappedField> fields;

  /**
   * @param columns all columns of the table
   * @param row the columns as they were read; a null is absent
   * @param fields the lines of the mapping that made the record
   */
  PreviewPage(
      Set<String> columns, Map<String, Object> row, MappedRecord mapped, List<MappedField> fields) {
    this.columns = columns;
    this.row = row;
    this.mapped = mapped;
    this.fields = fields;
  }

  List<String> lines() {
    var text = new AlignedText(WIDEST);
    text.add("source columns", "", "canonical field", "value");
    fields.forEach(
        field -> text.add(before(field.columns().stream()), "->", name(field), after(field)));
    var unused = columns.stream().filter(this::isUnused).toList();
    var lines = new ArrayList<>(text.lines());
    if (!unused.isEmpty()) {
      lines.add("  not mapped: " + String.join(", ", unused));
    }
    mapped.getViolations().stream()
        .map(
            found ->
                "  violation: "
                    + found.getField().map(f -> f + ": ").orElse("")
                    + found.getMessage())
        .forEach(lines::add);
    return lines;
  }

  private boolean isUnused(String column) {
    return fields.stream().noneMatch(field -> field.columns().contains(column));
  }

  private String before(Stream<String> columns) {
    var text = columns.map(c -> c + " " + shown(row.get(c))).collect(Collectors.joining(", "));
    return text.isEmpty() ? NOTHING : text;
  }

  private static String name(MappedField field) {
    return field.attribute() ? "attributes." + field.name() : field.name();
  }

  private String after(MappedField field) {
    return mapped
        .getFields()
        .map(SpecificRecord.class::cast)
        .map(fields -> value(field, fields))
        .map(PreviewPage::shown)
        .orElse(NOTHING);
  }

  private static @Nullable Object value(MappedField field, SpecificRecord fields) {
    var schema = fields.getSchema();
    if (field.attribute()) {
      return ((Map<?, ?>) fields.get(schema.getField("attributes").pos())).get(field.name());
    }
    return fields.get(schema.getField(field.name()).pos());
  }

  /** Texts in quotes, so that white space is seen; control characters by their codes. */
  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof List<?> rows) {
      return rows.size() == 1 ? "1 row" : rows.size() + " rows";
    }
    return value instanceof CharSequence text ? quoted(text) : value.toString();
  }

  private static String quoted(CharSequence text) {
    return text.chars()
        .mapToObj(
            c -> Character.isISOControl(c) ? "\\u%04x".formatted(c) : Character.toString((char) c))
        .collect(Collectors.joining("", "'", "'"));
  }
}
