package io.syncline.connect.jdbc.source.reading.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Condition on the rows of a page.
 *
 * @param parameters what its question marks take, in order
 */
public record Condition(String sql, List<Object> parameters) {
  public Condition {
    parameters = List.copyOf(parameters);
  }

  public static Condition of(String sql, Object... parameters) {
    return new Condition(sql, List.of(parameters));
  }

  public Condition and(Condition other) {
    return joined(" AND ", other);
  }

  public Condition negated() {
    return new Condition("NOT (" + sql + ")", parameters);
  }

  private Condition joined(String word, Condition other) {
    var all = new ArrayList<>(parameters);
    all.addAll(other.parameters);
    return new Condition(sql + word + other.sql, all);
  }
}
