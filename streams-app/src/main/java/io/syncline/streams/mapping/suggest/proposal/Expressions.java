package io.syncline.streams.mapping.suggest.proposal;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.mapping.suggest.choice.Candidate;
import io.syncline.streams.mapping.suggest.choice.EntityChoice;
import io.syncline.streams.mapping.suggest.table.ColumnShape;
import io.syncline.streams.mapping.suggest.value.TimePattern;
import io.syncline.streams.mapping.suggest.value.ValueKind;
import io.syncline.streams.mapping.suggest.word.LearntMappings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What takes a column to a field: a function where the values ask for it. */
final class Expressions {

  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SMALLEST_UNITS =
      Pattern.compile("(?i).*(cents?|pence|minor|rappen)(_.*)?");
  private static final Pattern PERCENT = Pattern.compile("(?i).*(percent|pct|prozent).*");
  private static final int MOST_DECIMALS = 4;

  private final LearntMappings learnt;

  Expressions(LearntMappings learnt) {
    this.learnt = learnt;
  }

  /** A line for a field that one column fills. */
  Line line(EntityChoice entity, Candidate candidate) {
    var column = candidate.column();
    var name = column.name();
    if (!isName(name)) {
      return new Line(candidate.field(), name, List.of(name), candidate.remark());
    }
    if (candidate.field().equals("phone")) {
      return phone(entity, candidate);
    }
    if (entity.table().reference(name).isPresent()) {
      // A key must stay as it is, or it would be no key any more.
      return new Line(candidate.field(), name, List.of(name), candidate.remark());
    }
    var expression = expression(entity.entity(), candidate.field(), column);
    return new Line(candidate.field(), expression, List.of(name), candidate.remark());
  }

  /** Whether it can stand in an expression; else it is a plain reference, or nothing. */
  static boolean isName(String column) {
    return NAME.matcher(column).matches() && !RESERVED.contains(column);
  }

  private static Line phone(EntityChoice entity, Candidate phone) {
    var name = phone.column().name();
    var country =
        entity.field("country").map(found -> found.column().name()).filter(Expressions::isName);
    return country
        .map(
            other ->
                new Line(
                    "phone",
                    "phone(%s, %s)".formatted(name, other),
                    List.of(name, other),
                    phone.remark()))
        .orElseGet(
            () -> new Line("phone", "phone(%s)".formatted(name), List.of(name), phone.remark()));
  }

  private String expression(Entity entity, String field, ColumnShape column) {
    var name = column.name();
    return switch (field) {
      case "name" -> isPerson(entity, column) ? call("person", name) : text(entity, field, column);
      case "email", "country", "currency" ->
          column.type() == ColumnType.TEXT ? call(field, name) : name;
      case "discount" -> fraction(column);
      case "unit_price", "total", "amount", "quantity" -> amount(column);
      case "ordered_at" -> time(column);
      default -> text(entity, field, column);
    };
  }

  private static boolean isPerson(Entity entity, ColumnShape column) {
    return entity == Entity.CUSTOMER && column.values().share(ValueKind.PERSON) >= 0.5;
  }

  /** As people have written it before; else without the white space around it. */
  private String text(Entity entity, String field, ColumnShape column) {
    return column.type() == ColumnType.TEXT
        ? learnt
            .expression(entity, field)
            .map(expression -> expression.replace("{}", column.name()))
            .orElseGet(() -> call("clean", column.name()))
        : column.name();
  }

  private static String fraction(ColumnShape column) {
    var isPercent =
        PERCENT.matcher(column.name()).matches()
            || column
                .values()
                .most()
                .filter(most -> most.compareTo(BigDecimal.ONE) > 0)
                .isPresent();
    return isPercent ? "divide(%s, 100, 6)".formatted(column.name()) : column.name();
  }

  private static String amount(ColumnShape column) {
    var name = column.name();
    if (column.type() == ColumnType.INTEGER && SMALLEST_UNITS.matcher(name).matches()) {
      return "scale(%s, 2)".formatted(name);
    }
    return column.values().scale() > MOST_DECIMALS
        ? "round(%s, %d)".formatted(name, MOST_DECIMALS)
        : name;
  }

  private static String time(ColumnShape column) {
    return column
        .values()
        .time()
        .filter(way -> column.type() == ColumnType.TEXT)
        .map(TimePattern::pattern)
        .filter(pattern -> !pattern.isEmpty())
        .map(pattern -> "date(%s, '%s')".formatted(column.name(), pattern))
        .orElse(column.name());
  }

  private static String call(String function, String column) {
    return "%s(%s)".formatted(function, column);
  }
}
