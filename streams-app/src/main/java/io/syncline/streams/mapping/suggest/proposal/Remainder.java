package io.syncline.streams.mapping.suggest.proposal;

import io.syncline.streams.mapping.suggest.choice.EntityChoice;
import io.syncline.streams.mapping.suggest.table.ColumnShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns that fill no field: kept as attributes, or named with the reason why not. */
final class Remainder {

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(pass(word|wd)?|pwd|hash|salt|token|secret|pin|card|iban|cvv).*");

  private static final Pattern OF_THE_ROW =
      Pattern.compile("(?i).*(creat|updat|modif|delet|chang|insert|write|version|rowid|rowguid).*");

  private final EntityChoice entity;
  private final boolean hasAttributes;
  private final Set<String> used;
  private final List<Line> attributes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param used the columns that fields ask for
   */
  Remainder(EntityChoice entity, boolean hasAttributes, Set<String> used) {
    this.entity = entity;
    this.hasAttributes = hasAttributes;
    this.used = used;
    entity.table().columns().stream()
        .filter(column -> !this.used.contains(column.name()))
        .forEach(this::sort);
  }

  List<Line> attributes() {
    return attributes;
  }

  List<String> notes() {
    return notes;
  }

  private void sort(ColumnShape column) {
    var why = whyNot(column);
    if (why.isPresent()) {
      notes.add("not mapped: %s (%s)".formatted(column.name(), why.get()));
    } else {
      attributes.add(
          new Line(
              attribute(column.name()),
              column.name(),
              List.of(column.name()),
              "fills no canonical field"));
    }
  }

  private Optional<String> whyNot(ColumnShape column) {
    var name = column.name();
    if (entity.table().key().contains(name)) {
      return Optional.of("the primary key: every record has it");
    }
    var reference = entity.table().reference(name);
    if (reference.isPresent()) {
      return reference.map(found -> "a key of '%s'".formatted(found.table()));
    }
    if (SECRET.matcher(name).matches()) {
      return Optional.of("its name sounds secret");
    }
    if (column.values().filled() == 0) {
      return Optional.of("no values");
    }
    return OF_THE_ROW.matcher(name).matches()
        ? Optional.of("about the row, not about what it means")
        : Optional.of("order lines have no attributes").filter(text -> !hasAttributes);
  }

  private static String attribute(String column) {
    return column
        .replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", "_")
        .replaceAll("[^\\p{L}\\p{N}]+", "_")
        .toLowerCase(Locale.ROOT);
  }
}
