package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.table.TableId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.util.ConnectorUtils;

/** Shares of the tables, as the connector writes them into the settings of its tasks. */
final class TaskTables {
  private static final String KEY = "task.tables";

  /** No database allows it in a name that a person can type. */
  private static final String SEPARATOR = "\n";

  private TaskTables() {}

  static List<Map<String, String>> share(
      List<TableId> tables, int maxTasks, Map<String, String> settings) {
    var shares = ConnectorUtils.groupPartitions(tables, Math.min(tables.size(), maxTasks));
    var tasks = new ArrayList<Map<String, String>>();
    for (var share : shares) {
      var task = new HashMap<>(settings);
      task.put(KEY, share.stream().map(TableId::toString).collect(Collectors.joining(SEPARATOR)));
      tasks.add(task);
    }
    return tasks;
  }

  static List<TableId> read(Map<String, String> settings) {
    return Arrays.stream(settings.get(KEY).split(SEPARATOR)).map(TableId::parse).toList();
  }
}
