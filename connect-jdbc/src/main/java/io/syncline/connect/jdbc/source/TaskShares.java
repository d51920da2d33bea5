package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.source.reading.load.LoadPlan;
import io.syncline.connect.jdbc.source.reading.load.LoadShare;
import io.syncline.connect.jdbc.source.reading.load.PlanText;
import io.syncline.connect.jdbc.source.reading.load.TaskShare;
import io.syncline.connect.jdbc.table.TableId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.util.ConnectorUtils;

/**
 * Shares of the tables, as the connector writes them into the settings of its tasks.
 *
 * <p>The ranges of a load are dealt out one by one, so that all tasks have some of every table.
 */
final class TaskShares {
  private static final String TABLES = "task.tables";

  /** Text of a plan, and the numbers of its ranges that are the task's. */
  private static final String LOADS = "task.loads";

  /** No database allows it in a name that a person can type. */
  private static final String SEPARATOR = "\n";

  private static final String BEFORE_RANGES = " ";

  private TaskShares() {}

  static List<Map<String, String>> share(
      List<TableId> tables, List<LoadPlan> loads, int maxTasks, Map<String, String> settings) {
    var units = tables.size() + loads.stream().mapToInt(LoadPlan::ranges).sum();
    var count = Math.min(units, maxTasks);
    var groups = ConnectorUtils.groupPartitions(tables, count);
    var tasks = new ArrayList<Map<String, String>>();
    for (var task = 0; task < count; task++) {
      tasks.add(
          write(
              new TaskShare(
                  groups.get(task), loads(loads, groups.get(task), tables.size(), task, count)),
              settings));
    }
    return tasks;
  }

  private static List<LoadShare> loads(
      List<LoadPlan> plans, List<TableId> tables, int allTables, int task, int count) {
    var dealt = allTables;
    var shares = new ArrayList<LoadShare>();
    for (var plan : plans) {
      var ranges = new ArrayList<Integer>();
      for (var range = 0; range < plan.ranges(); range++, dealt++) {
        if (dealt % count == task) {
          ranges.add(range);
        }
      }
      if (!ranges.isEmpty() || tables.contains(plan.table())) {
        shares.add(new LoadShare(plan, ranges));
      }
    }
    return shares;
  }

  private static Map<String, String> write(TaskShare share, Map<String, String> settings) {
    var task = new HashMap<>(settings);
    task.put(TABLES, lines(share.tables().stream().map(TableId::toString)));
    task.put(LOADS, lines(share.loads().stream().map(TaskShares::write)));
    return task;
  }

  private static String lines(Stream<String> texts) {
    return texts.collect(Collectors.joining(SEPARATOR));
  }

  private static String write(LoadShare load) {
    return PlanText.of(load.plan())
        + BEFORE_RANGES
        + load.ranges().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static TaskShare read(Map<String, String> settings) {
    return new TaskShare(
        lines(settings, TABLES).map(TableId::parse).toList(),
        lines(settings, LOADS).map(TaskShares::load).toList());
  }

  private static Stream<String> lines(Map<String, String> settings, String key) {
    return Arrays.stream(settings.getOrDefault(key, "").split(SEPARATOR))
        .filter(line -> !line.isEmpty());
  }

  private static LoadShare load(String line) {
    var parts = line.split(BEFORE_RANGES, 2);
    var ranges =
        Arrays.stream(parts[1].split(","))
            .filter(number -> !number.isEmpty())
            .map(Integer::valueOf)
            .toList();
    return new LoadShare(PlanText.parse(parts[0]), ranges);
  }
}
