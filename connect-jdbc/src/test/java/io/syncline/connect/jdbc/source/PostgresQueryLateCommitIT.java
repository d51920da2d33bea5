package io.syncline.connect.jdbc.source;

import java.util.HashMap;
import java.util.Map;

/** A query's rows do not name the transaction that wrote them. */
class PostgresQueryLateCommitIT extends PostgresLateCommitIT {
  @Override
  Map<String, String> safe() {
    return Map.of("timestamp.delay.interval.ms", "300");
  }

  @Override
  Map<String, String> selection() {
    var selection = new HashMap<>(super.selection());
    selection.put("query", "select * from events");
    selection.put("query.key.columns", "id");
    return selection;
  }
}
