package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.table.TableId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a task has to read.
 *
 * @param tables read as the mode says, those with a plan when they are loaded
 * @param loads of these tables and others
 */
public record TaskShare(List<TableId> tables, List<LoadShare> loads) {
  public TaskShare {
    tables = List.copyOf(tables);
    loads = List.copyOf(loads);
  }

  /** Every table that the task has to do with, once. */
  public List<TableId> all() {
    return Stream.concat(tables.stream(), loads.stream().map(it -> it.plan().table()))
        .distinct()
        .toList();
  }

  /** The same in another order. */
  public TaskShare sorted(Comparator<TableId> order) {
    return new TaskShare(
        tables.stream().sorted(order).toList(),
        loads.stream().sorted(Comparator.comparing(it -> it.plan().table(), order)).toList());
  }

  /** The load that a table's increments wait for. */
  public Optional<LoadShare> load(TableId table) {
    return loads.stream().filter(it -> it.plan().table().equals(table)).findFirst();
  }
}
