package io.syncline.streams.mapping.join;

import io.syncline.schemas.Violation;
import io.syncline.streams.mapping.expression.Expression;
import io.syncline.streams.mapping.expression.RowReader;
import io.syncline.streams.mapping.expression.Scope;
import io.syncline.streams.mapping.expression.Table;
import io.syncline.streams.mapping.expression.UnmappableException;
import io.syncline.streams.mapping.join.RowOrder.Read;
import io.syncline.streams.rule.OtherRowsRule;
import io.syncline.streams.rule.Rule;
import io.syncline.streams.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The joins of one entity: give its expressions what they may name beside the row's columns, and
 * its rules what they ask of other rows.
 */
public final class Joins {

  /** The rule that a joined row breaks which cannot be read. */
  public static final String VIOLATION = "join";

  private record Shape(Table table, Schema schema) {}

  private final List<Join> declared;
  private final List<OtherRowsRule> rules;
  private final Map<Shape, RowReader> readers = new ConcurrentHashMap<>();

  /**
   * @param rules those that other rows decide
   */
  public Joins(List<Join> declared, List<OtherRowsRule> rules) {
    this.declared = List.copyOf(declared);
    this.rules = List.copyOf(rules);
  }

  /** The same joins with those of the rules that other rows decide. */
  public Joins with(List<Rule> all) {
    return new Joins(
        declared,
        all.stream()
            .filter(OtherRowsRule.class::isInstance)
            .map(OtherRowsRule.class::cast)
            .toList());
  }

  /** Whether a record cannot be made of its own row alone. */
  public boolean needOtherRows() {
    return !declared.isEmpty() || !rules.isEmpty();
  }

  /** Whether other rows may keep a record back. */
  public boolean mayRefuse() {
    return rules.stream().anyMatch(rule -> rule.severity() == Severity.REJECT);
  }

  /** The rules that other rows decide, in the order of the file. */
  public List<OtherRowsRule> rules() {
    return rules;
  }

  /** The names of the joins of which an expression sees rows. */
  public Set<String> askedBy(Expression expression) {
    return expression.columns().stream()
        .map(Joins::before)
        .filter(names()::contains)
        .collect(Collectors.toSet());
  }

  /** What stands before the dot in the name of a joined row's column; any other name as it is. */
  public static String before(String column) {
    return column.split("\\.", 2)[0];
  }

  /** The names of the joins. */
  public Set<String> names() {
    return declared.stream().map(Join::name).collect(Collectors.toSet());
  }

  /** The joins, in the order of the file. */
  public List<Join> declared() {
    return declared;
  }

  /** What expressions over a table may name with them. */
  public Scope scope(Table table) {
    return new Scope(
        table,
        declared.stream()
            .collect(
                Collectors.toMap(
                    Join::name, join -> new Scope.JoinedTable(join.table(), join.many()))));
  }

  /**
   * Adds what is joined to the columns of a row.
   *
   * @param rows the rows that have the value of each join, in any order; a join without rows may be
   *     absent
   * @param columns takes a map, or a list of maps, under the name of each join, and the columns of
   *     one row also by themselves
   * @param violations takes what is wrong with the rows
   * @return the newest of the rows that were taken for each join, by its name; absent where none
   *     was
   */
  public Map<String, OtherRow> read(
      Map<String, List<OtherRow>> rows, Map<String, Object> columns, List<Violation> violations) {
    if (declared.isEmpty()) {
      return Map.of();
    }
    var newest = new HashMap<String, OtherRow>();
    for (var join : declared) {
      var meant = read(join, rows.getOrDefault(join.name(), List.of()), violations);
      var taken = join.many() ? meant : meant.stream().limit(1).toList();
      put(join, taken.stream().map(Read::columns).toList(), columns);
      taken.stream()
          .map(Read::row)
          .reduce((one, next) -> next.version() > one.version() ? next : one)
          .ifPresent(row -> newest.put(join.name(), row));
    }
    return newest;
  }

  private static void put(
      Join join, List<Map<String, @Nullable Object>> taken, Map<String, Object> columns) {
    if (join.many()) {
      columns.put(join.name(), taken);
    } else {
      var row = taken.isEmpty() ? empty(join) : taken.get(0);
      columns.put(join.name(), row);
      row.forEach((column, value) -> put(Scope.column(join.name(), column), value, columns));
    }
  }

  private static void put(String name, @Nullable Object value, Map<String, Object> columns) {
    if (value != null) {
      columns.put(name, value);
    }
  }

  private List<Read> read(Join join, List<OtherRow> rows, List<Violation> violations) {
    return rows.stream()
        .flatMap(row -> read(join, row, violations).stream())
        .sorted(join.order().comparator())
        .toList();
  }

  /** Empty when the row is not meant, or cannot be read. */
  private Optional<Read> read(Join join, OtherRow row, List<Violation> violations) {
    var reader =
        readers.computeIfAbsent(
            new Shape(join.table(), row.value().getSchema()),
            shape -> new RowReader(shape.table(), shape.schema()));
    var found = new ArrayList<>(reader.violations());
    var columns = found.isEmpty() ? reader.read(row.value(), found) : Map.<String, Object>of();
    found.forEach(violation -> violations.add(of(join, violation.getMessage())));
    return found.isEmpty() && isMeant(join, columns, violations)
        ? Optional.of(new Read(row, whole(join, columns)))
        : Optional.empty();
  }

  private static boolean isMeant(
      Join join, Map<String, Object> columns, List<Violation> violations) {
    try {
      return join.where().isEmpty()
          || join.where().get().evaluate(columns).filter(Boolean.TRUE::equals).isPresent();
    } catch (UnmappableException e) {
      violations.add(of(join, String.valueOf(e.getMessage())));
      return false;
    }
  }

  private static Violation of(Join join, String message) {
    return new Violation(VIOLATION, join.name(), message);
  }

  /** With every column, so that an expression finds null rather than nothing. */
  private static Map<String, @Nullable Object> whole(Join join, Map<String, Object> columns) {
    var whole = empty(join);
    whole.putAll(columns);
    return whole;
  }

  private static Map<String, @Nullable Object> empty(Join join) {
    var empty = new LinkedHashMap<String, @Nullable Object>();
    join.table().columns().keySet().forEach(column -> empty.put(column, null));
    return empty;
  }
}
