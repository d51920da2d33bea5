package io.syncline.streams.mapping.join;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order of joined rows: by columns, empty ones last, then by primary key, so that it is total.
 *
 * @param columns the columns, the most important first
 */
record RowOrder(List<By> columns) {

  /** A column, upwards or downwards. */
  record By(String column, boolean descending) {}

  /**
   * The order.
   *
   * @param rows their columns as they are read, every one there
   */
  Comparator<Read> comparator() {
    return columns.stream()
        .map(RowOrder::comparator)
        .reduce(Comparator::thenComparing)
        .map(order -> order.thenComparing(Read::key))
        .orElse(Comparator.comparing(Read::key));
  }

  private static Comparator<Read> comparator(By by) {
    Comparator<@Nullable Object> values = RowOrder::compare;
    return Comparator.comparing(
        row -> row.columns().get(by.column()),
        Comparator.nullsLast(by.descending() ? values.reversed() : values));
  }

  /** Values of one column are of one class, which has an order. */
  @SuppressWarnings("unchecked")
  private static int compare(@Nullable Object left, @Nullable Object right) {
    return ((Comparable<Object>) Objects.requireNonNull(left))
        .compareTo(Objects.requireNonNull(right));
  }

  /** A joined row with its columns as plain values. */
  record Read(OtherRow row, Map<String, @Nullable Object> columns) {

    String key() {
      return row.key();
    }
  }
}
