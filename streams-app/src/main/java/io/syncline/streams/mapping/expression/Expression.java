package io.syncline.streams.mapping.expression;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.syncline.streams.mapping.value.FunctionException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What gives a field its value. */
public sealed interface Expression {

  /**
   * The value for one row; empty when there is none.
   *
   * @param row the declared columns by name; a null column is absent. A joined row is a map of all
   *     its columns, and several are a list
   * @throws UnmappableException when the row's values do not fit the expression
   */
  Optional<Object> evaluate(Map<String, Object> row);

  /** The columns that it asks for. */
  List<String> columns();

  /** What its values are; empty where only the row can say. */
  Optional<ColumnType> type();

  /** The expression itself, as it stands in the file. */
  String text();

  /** A plain column: its value as it stands, without a detour through CEL. */
  record Column(String name, ColumnType columnType) implements Expression {

    @Override
    public String text() {
      return name;
    }

    @Override
    public List<String> columns() {
      return List.of(name);
    }

    @Override
    public Optional<ColumnType> type() {
      return Optional.of(columnType);
    }

    @Override
    public Optional<Object> evaluate(Map<String, Object> row) {
      return Optional.ofNullable(row.get(name));
    }
  }

  /** A compiled CEL expression over the columns. */
  record Compiled(
      String text, CelRuntime.Program program, List<String> columns, Optional<ColumnType> type)
      implements Expression {

    @Override
    public Optional<Object> evaluate(Map<String, Object> row) {
      try {
        var result = program.eval((String column) -> Optional.of(celValue(row.get(column))));
        return result instanceof NullValue ? Optional.empty() : Optional.of(result);
      } catch (CelEvaluationException e) {
        throw new UnmappableException(
            "'%s' cannot be evaluated for this row (%s)".formatted(text, reason(e)));
      }
    }

    /** Only our functions promise that their messages do not hold the row's values. */
    private static String reason(CelEvaluationException e) {
      return Stream.<@Nullable Throwable>iterate(e, Objects::nonNull, cause -> cause.getCause())
          .filter(FunctionException.class::isInstance)
          .map(cause -> String.valueOf(cause.getMessage()))
          .findFirst()
          .orElseGet(() -> e.getErrorCode() + ": guard it, for instance with coalesce()");
    }

    private static Object celValue(@Nullable Object value) {
      if (value == null) {
        return NullValue.NULL_VALUE;
      }
      if (value instanceof BigDecimal decimal) {
        return decimal.toPlainString();
      }
      if (value instanceof Map<?, ?> joined) {
        var row = new HashMap<Object, Object>();
        joined.forEach((column, part) -> row.put(column, celValue(part)));
        return row;
      }
      if (value instanceof List<?> rows) {
        return rows.stream().map(Compiled::celValue).toList();
      }
      return value instanceof Instant || value instanceof LocalDate ? value.toString() : value;
    }
  }
}
