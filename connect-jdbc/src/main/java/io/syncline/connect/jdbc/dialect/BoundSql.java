package io.syncline.connect.jdbc.dialect;

import java.util.List;

/**
 * Statement with the columns whose values its question marks take, in order.
 *
 * @param parameters column names; one may come more than once
 */
public record BoundSql(String sql, List<String> parameters) {
  public BoundSql {
    parameters = List.copyOf(parameters);
  }
}
