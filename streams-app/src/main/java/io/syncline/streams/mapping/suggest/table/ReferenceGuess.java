package io.syncline.streams.mapping.suggest.table;

import io.syncline.streams.mapping.suggest.word.Vocabulary;
import io.syncline.streams.mapping.suggest.word.Words;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Foreign keys that nobody declared: a column named after another table or its key, whose values
 * are keys of that table.
 */
final class ReferenceGuess {

  /** Words of keys that do not say whose key it is. */
  private static final Words PLAIN =
      new Words(List.of("id", "number", "key", "code", "fk", "ref", "uuid", "rowid"));

  private static final Set<String> GENERIC = Set.of("id", "number", "key", "code", "rowid", "uuid");
  private static final int VALUES = 20;

  private final Catalogue catalogue;
  private final List<TableShape> tables;
  private final Vocabulary vocabulary;

  ReferenceGuess(Catalogue catalogue, List<TableShape> tables, Vocabulary vocabulary) {
    this.catalogue = catalogue;
    this.tables = tables;
    this.vocabulary = vocabulary;
  }

  /** The tables with what was guessed. */
  List<TableShape> complete() throws SQLException {
    var completed = new ArrayList<TableShape>();
    for (var table : tables) {
      var guessed = new ArrayList<Reference>();
      for (var column : table.columns()) {
        if (table.reference(column.name()).isEmpty()) {
          guess(table, column).ifPresent(guessed::add);
        }
      }
      completed.add(table.with(guessed));
    }
    return completed;
  }

  private Optional<Reference> guess(TableShape table, ColumnShape column) throws SQLException {
    var named =
        tables.stream()
            .filter(other -> !other.name().equals(table.name()))
            .filter(other -> mayHold(table, column, other))
            .sorted(Comparator.comparing(other -> other.name().length()))
            .toList();
    for (var other : named) {
      var key = other.onlyKey().orElseThrow().name();
      if (catalogue.holds(table.name(), column.name(), other.name(), key, VALUES)) {
        return Optional.of(new Reference(column.name(), other.name(), false));
      }
    }
    return Optional.empty();
  }

  private boolean mayHold(TableShape table, ColumnShape column, TableShape other) {
    return other
        .onlyKey()
        .filter(key -> key.type() == column.type())
        .filter(key -> column.values().filled() > 0)
        .filter(key -> isNamedAfter(table, column, other, key))
        .isPresent();
  }

  private boolean isNamedAfter(
      TableShape table, ColumnShape column, TableShape other, ColumnShape key) {
    var name = vocabulary.words(column.name());
    var whose = name.without(PLAIN);
    if (whose.list().isEmpty()) {
      return false;
    }
    var keyName = vocabulary.words(key.name());
    var sameKey = !GENERIC.contains(keyName.joined()) && name.joined().equals(keyName.joined());
    var isOwnKey = table.onlyKey().filter(column::equals).isPresent();
    return !isOwnKey && (sameKey || vocabulary.words(other.name()).contain(whose));
  }
}
