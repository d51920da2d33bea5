package io.syncline.streams.mapping.suggest.proposal;

import io.syncline.schemas.Entity;
import java.util.List;
import java.util.Map;

/** What stands in for a required field that nothing fills, so that the rest can be tried. */
final class StandIns {

  private static final String REMARK = "0.20 REQUIRED, and nothing looks like it: %s stands in";

  private final Map<String, Line> lines;

  StandIns(Map<String, Line> lines) {
    this.lines = lines;
  }

  void fill(Entity entity) {
    switch (entity) {
      case CUSTOMER -> {
        if (!lines.containsKey("company")) {
          copy("name", "email");
        }
      }
      case PRODUCT -> copy("name", "sku");
      case ORDER_LINE -> {
        copy("unit_price", "amount");
        lines.computeIfAbsent(
            "quantity", field -> new Line(field, "1", List.of(), REMARK.formatted("one")));
      }
      default -> {
        // Nothing stands in for the customer of an order.
      }
    }
  }

  private void copy(String field, String other) {
    var from = lines.get(other);
    if (from != null && !lines.containsKey(field)) {
      lines.put(
          field,
          new Line(field, from.expression(), from.columns(), REMARK.formatted("'" + other + "'")));
    }
  }
}
