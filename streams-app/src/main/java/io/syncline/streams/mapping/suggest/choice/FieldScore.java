package io.syncline.streams.mapping.suggest.choice;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.CanonicalFields;
import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.mapping.suggest.table.ColumnShape;
import io.syncline.streams.mapping.suggest.table.TableShape;
import io.syncline.streams.mapping.suggest.value.ValueKind;
import io.syncline.streams.mapping.suggest.word.NameFit;
import io.syncline.streams.mapping.suggest.word.Vocabulary;
import io.syncline.streams.mapping.suggest.word.Words;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How surely a column fills a field, by its name, its type and its values. What values look like
 * decides where hardly anything else looks so (e-mail addresses); elsewhere the name does, and
 * values that do not look so take from it.
 */
final class FieldScore {

  private static final double TELLING_NAME = 0.55;
  private static final double TELLING_ALONE = 0.7;
  private static final double ENOUGH = 0.8;
  private static final double DISPROVED = 0.2;
  private static final double DISPROVED_NAME = 0.35;
  private static final double PLAIN_NAME = 0.6;
  private static final double NO_VALUES = 0.8;
  private static final double FOREIGN = 0.4;
  private static final double FOREIGN_CATEGORY = 0.85;
  private static final double OWN_KEY = 0.5;
  private static final double OWN_TEXT_KEY = 0.9;
  private static final double MOST = 0.99;
  private static final Words KEYS = new Words(List.of("id", "fk", "key", "number"));
  private static final Set<ColumnType> NUMBERS = EnumSet.of(ColumnType.DECIMAL, ColumnType.INTEGER);
  private static final Set<ColumnType> TIMES = EnumSet.of(ColumnType.TIMESTAMP, ColumnType.DATE);

  private final Vocabulary vocabulary;
  private final Map<Entity, Map<String, ColumnType>> types = new EnumMap<>(Entity.class);

  FieldScore(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (var entity : Entity.values()) {
      types.put(entity, CanonicalFields.of(entity).columns(Set.of()));
    }
  }

  /** The fields of an entity, in the order of its schema. */
  Set<String> fields(Entity entity) {
    return of(entity).keySet();
  }

  private Map<String, ColumnType> of(Entity entity) {
    return Objects.requireNonNull(types.get(entity));
  }

  /**
   * Looks at a column.
   *
   * @param context words of what the table is, which columns repeat: `product_name`
   */
  Candidate of(Entity entity, String field, TableShape table, ColumnShape column, Words context) {
    return of(
        entity,
        field,
        table,
        column,
        vocabulary.column(entity, field, words(table, column), context));
  }

  /** A key is named after what it is a key of. */
  private Words words(TableShape table, ColumnShape column) {
    var words = vocabulary.words(column.name());
    return table.reference(column.name()).isPresent() ? words.without(KEYS) : words;
  }

  /** Looks at a column of another table: `name` of countries is the name of a country. */
  Candidate from(Entity entity, String field, TableShape table, ColumnShape column, Words context) {
    var name = context.then(vocabulary.words(column.name()));
    return of(
        entity, field, table, column, vocabulary.column(entity, field, name, new Words(List.of())));
  }

  private Candidate of(
      Entity entity, String field, TableShape table, ColumnShape column, NameFit name) {
    var kind = vocabulary.values(entity, field);
    if (!fits(Objects.requireNonNull(of(entity).get(field)), column)) {
      return new Candidate(field, column, 0, "cannot hold it");
    }
    var score = kind.isTelling() ? telling(name, kind, column) : plain(name, kind, column);
    var sure = Math.min(MOST, score * keyFactor(field, table, column));
    var key = table.reference(column.name()).map(r -> ", a key of '%s'".formatted(r.table()));
    return new Candidate(field, column, sure, reason(name, kind, column) + key.orElse(""));
  }

  /** By its type alone, or by its values where it is text. */
  private static boolean fits(ColumnType wanted, ColumnShape column) {
    var type = column.type();
    return switch (wanted) {
      case DECIMAL -> NUMBERS.contains(type) || isText(column, ValueKind.AMOUNT);
      case TIMESTAMP -> TIMES.contains(type) || isText(column, ValueKind.TIME);
      default -> type != ColumnType.BYTES && type != ColumnType.BOOLEAN && !TIMES.contains(type);
    };
  }

  private static boolean isText(ColumnShape column, ValueKind kind) {
    return column.type() == ColumnType.TEXT && column.values().share(kind) >= ENOUGH;
  }

  private static double telling(NameFit name, ValueKind kind, ColumnShape column) {
    var share = column.values().share(kind);
    if (column.values().filled() == 0) {
      return name.score() * NO_VALUES;
    }
    if (share < DISPROVED) {
      return name.score() * DISPROVED_NAME;
    }
    return name.score() > 0
        ? name.score() * TELLING_NAME + share * (1 - TELLING_NAME)
        : share < ENOUGH ? 0 : share * TELLING_ALONE;
  }

  private static double plain(NameFit name, ValueKind kind, ColumnShape column) {
    return column.values().filled() == 0
        ? name.score() * NO_VALUES
        : name.score() * (PLAIN_NAME + (1 - PLAIN_NAME) * column.values().share(kind));
  }

  /** A key says which row, not what is in it; only a category is mostly known by one. */
  private static double keyFactor(String field, TableShape table, ColumnShape column) {
    if (table.reference(column.name()).isPresent()) {
      return field.equals("category") ? FOREIGN_CATEGORY : FOREIGN;
    }
    var isKey = table.onlyKey().filter(column::equals).isPresent();
    if (!isKey || field.equals("number")) {
      return 1;
    }
    return column.type() == ColumnType.TEXT ? OWN_TEXT_KEY : OWN_KEY;
  }

  private static String reason(NameFit name, ValueKind kind, ColumnShape column) {
    return kind == ValueKind.ANY
        ? name.reason()
        : name.reason() + ", " + column.values().tell(kind);
  }
}
