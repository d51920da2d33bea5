package io.syncline.connect.jdbc.source.evolution;

import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comparison of what reading itself leans on: the primary key and the columns that order rows. */
final class TableComparison {
  private final AcceptedTable before;
  private final SourceConfig config;

  TableComparison(AcceptedTable before, SourceConfig config) {
    this.before = before;
    this.config = config;
  }

  /** What makes going on impossible, whatever the policy; empty when nothing does. */
  Optional<String> obstacle(TableDefinition now) {
    if (!now.primaryKey().equals(before.table().primaryKey())) {
      return Optional.of(
          "its primary key changed from %s to %s, so its records would have another key"
              .formatted(before.table().primaryKey(), now.primaryKey()));
    }
    return columns().stream()
        .flatMap(column -> obstacle(column, now.column(column.name())).stream())
        .findFirst();
  }

  private List<Column> columns() {
    var increment = config.increment();
    var names = new ArrayList<>(before.table().primaryKey());
    increment.timestampColumn().ifPresent(names::add);
    increment.incrementingColumn().ifPresent(names::add);
    increment.softDeleteColumn().ifPresent(names::add);
    return names.stream().flatMap(name -> before.table().column(name).stream()).toList();
  }

  private static Optional<String> obstacle(Column before, Optional<Column> now) {
    if (now.isEmpty()) {
      return Optional.of("column %s is gone, by which its rows are read".formatted(before.name()));
    }
    return isAlike(before.type(), now.get().type())
        ? Optional.empty()
        : Optional.of(
            "column %s, by which its rows are read, changed from %s to %s"
                .formatted(before.name(), before.type().kind(), now.get().type().kind()));
  }

  /** More digits of a time order rows as before. */
  private static boolean isAlike(ColumnType before, ColumnType now) {
    return before.isTimestamp() ? before.kind() == now.kind() : before.equals(now);
  }
}
