package io.syncline.streams.mapping.join;

import io.syncline.streams.mapping.expression.CelExpressions;
import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.mapping.expression.Expression;
import io.syncline.streams.mapping.expression.Table;
import io.syncline.streams.mapping.function.MappingFunctions;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reader of the `joins` section of an entity. */
public final class JoinsReader {

  private static final String ON = "on";
  private static final String BY = "by";
  private static final Set<String> KEYS = Set.of("table", ON, BY, "many", "where", "order");

  private final Table own;
  private final Function<YamlText, Table> tables;
  private final MappingFunctions functions;

  /**
   * @param own the table that others are joined to
   * @param tables finds a declared table, or refuses its name
   */
  public JoinsReader(Table own, Function<YamlText, Table> tables, MappingFunctions functions) {
    this.own = own;
    this.tables = tables;
    this.functions = functions;
  }

  /** The joins, in the order of the file; all faults of them at once. */
  public Joins read(YamlSection section) {
    var faults = new Faults();
    var joins =
        section.keys().values().stream()
            .flatMap(
                name ->
                    faults
                        .attempt(() -> join(name, section.required(name.value()).allow(KEYS)))
                        .stream())
            .toList();
    faults.throwIfAny();
    return new Joins(joins, List.of());
  }

  private Join join(YamlText name, YamlSection section) {
    requireName(name);
    var table = tables.apply(section.text("table"));
    var on = section.texts(ON);
    var by = section.texts(BY);
    if (on.isEmpty() && by.isEmpty()) {
      throw name.error(
          "join '%s' lacks 'on', the column of '%s' that names a row of '%s', or 'by', the column of '%s' that names a row of '%s'"
              .formatted(name.value(), table.name(), own.name(), own.name(), table.name()));
    }
    if (!on.isEmpty() && !by.isEmpty() && on.size() != by.size()) {
      throw name.error("'on' and 'by' of join '%s' need as many columns".formatted(name.value()));
    }
    return new Join(
        name.value(),
        table,
        new JoinValue(columns(by, own)),
        new JoinValue(columns(on, table)),
        isTrue(section, "many"),
        section.optionalText("where").map(text -> condition(text, table)),
        new RowOrder(section.texts("order").stream().map(text -> order(text, table)).toList()));
  }

  private void requireName(YamlText name) {
    if (!name.value().matches("[a-z][A-Za-z0-9_]*")) {
      throw name.error(
          "'%s' cannot name a join: use letters, digits and underscores, a small letter first"
              .formatted(name.value()));
    }
    if (own.columns().containsKey(name.value())) {
      throw name.error(
          "'%s' is a column of table '%s': give the join another name"
              .formatted(name.value(), own.name()));
    }
  }

  private static List<String> columns(List<YamlText> names, Table table) {
    return names.stream().map(name -> column(name, name.value(), table)).toList();
  }

  private static String column(YamlText place, String name, Table table) {
    if (!table.columns().containsKey(name)) {
      throw place.error(
          "table '%s' has no column '%s'%s"
              .formatted(table.name(), name, Nearest.suggestion(name, table.columns().keySet())));
    }
    return name;
  }

  private static RowOrder.By order(YamlText text, Table table) {
    var words = text.value().strip().split("\\s+");
    if (words.length > 2 || words.length == 2 && !Set.of("asc", "desc").contains(words[1])) {
      throw text.error("'%s' is no order: use a column, and 'desc'".formatted(text.value()));
    }
    return new RowOrder.By(column(text, words[0], table), text.value().endsWith(" desc"));
  }

  private Expression condition(YamlText text, Table table) {
    var expression = new CelExpressions(table, functions).compile(text);
    if (expression.type().filter(type -> type == ColumnType.BOOLEAN).isEmpty()) {
      throw text.error(
          "'%s' is neither true nor false: compare it with something".formatted(text.value()));
    }
    return expression;
  }

  private static boolean isTrue(YamlSection section, String key) {
    Optional<YamlText> word = section.optionalText(key);
    word.filter(text -> !Set.of("true", "false").contains(text.value()))
        .ifPresent(
            text -> {
              throw text.error("'%s' is neither 'true' nor 'false'".formatted(text.value()));
            });
    return word.filter(text -> text.value().equals("true")).isPresent();
  }
}
