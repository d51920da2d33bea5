package io.syncline.connect.jdbc.source.evolution;

import io.syncline.connect.jdbc.schema.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Schema.Type;

/**
 * Comparison of a value's schema with the one before.
 *
 * <p>The measure is Avro's schema resolution: what the new schema cannot read of the old records, a
 * registry refuses as not backward compatible. Stricter where Avro would read, but wrongly: another
 * scale moves the point, another unit the time.
 */
final class FieldChanges {
  private static final List<Type> WIDENING =
      List.of(Type.INT8, Type.INT16, Type.INT32, Type.INT64, Type.FLOAT32, Type.FLOAT64);
  private static final Set<Type> TEXT_OR_BYTES = Set.of(Type.STRING, Type.BYTES);

  private FieldChanges() {}

  static List<Conflict> conflicts(Schema before, Schema after) {
    var conflicts = new ArrayList<Conflict>();
    for (var field : after.fields()) {
      conflict(before.field(field.name()), field)
          .ifPresent(change -> conflicts.add(new Conflict(field.name(), change)));
    }
    return conflicts;
  }

  private static Optional<String> conflict(Field before, Field after) {
    var name = after.name();
    if (before == null) {
      return after.schema().isOptional()
          ? Optional.empty()
          : Optional.of("column %s is new and NOT NULL".formatted(name));
    }
    if (before.schema().isOptional() && !after.schema().isOptional()) {
      return Optional.of("column %s may be NULL no more".formatted(name));
    }
    return isReadable(before.schema(), after.schema())
        ? Optional.empty()
        : Optional.of(
            "the type of column %s changed from %s to %s"
                .formatted(name, text(before.schema()), text(after.schema())));
  }

  private static boolean isReadable(Schema before, Schema after) {
    var meaning = Meaning.of(after);
    if (before.type() == Type.STRING && after.type() == Type.STRING) {
      return true;
    }
    if (before.type() == Type.ARRAY && after.type() == Type.ARRAY) {
      return isReadable(before.valueSchema(), after.valueSchema());
    }
    if (!meaning.equals(Meaning.of(before))) {
      return false;
    }
    if (meaning.isPresent()) {
      return meaning.get() != Meaning.DECIMAL || scale(before).equals(scale(after));
    }
    return isWidening(before.type(), after.type());
  }

  private static boolean isWidening(Type before, Type after) {
    return before == after
        || (TEXT_OR_BYTES.contains(before) && TEXT_OR_BYTES.contains(after))
        || (WIDENING.contains(before) && WIDENING.indexOf(before) < WIDENING.indexOf(after));
  }

  private static String scale(Schema decimal) {
    return decimal.parameters().get(Decimal.SCALE_FIELD);
  }

  private static String text(Schema schema) {
    if (schema.type() == Type.ARRAY) {
      return "array of " + text(schema.valueSchema());
    }
    var type = schema.type().getName();
    return Meaning.of(schema)
        .map(it -> it == Meaning.DECIMAL ? "decimal of scale " + scale(schema) : it.schemaName())
        .orElse(type);
  }
}
