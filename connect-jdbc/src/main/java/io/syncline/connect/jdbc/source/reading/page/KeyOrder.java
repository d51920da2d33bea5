package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/**
 * Order of a table's primary key, as the database has it.
 *
 * @param columns of the primary key
 */
public record KeyOrder(TableId table, List<CursorColumn> columns) {

  /** Whether there is such an order. */
  public static boolean isIn(TableDefinition table) {
    return !table.primaryKey().isEmpty()
        && table.primaryKey().stream()
            .allMatch(name -> table.column(name).filter(CursorColumn::canOrder).isPresent());
  }

  public static KeyOrder of(TableDefinition table, Dialect dialect) {
    var columns =
        table.primaryKey().stream()
            .map(name -> table.column(name).orElseThrow())
            .map(column -> ordering(table, column, dialect))
            .toList();
    return new KeyOrder(table.id(), columns);
  }

  private static CursorColumn ordering(TableDefinition table, Column column, Dialect dialect) {
    if (!CursorColumn.canOrder(column)) {
      throw new ConfigException(
          ("Column %s, in the primary key of table %s, cannot order its rows, as numbers, text, UUIDs,"
                  + " bytes, dates and timestamps can. Read the table in mode bulk.")
              .formatted(column.name(), table.id()));
    }
    return new CursorColumn(column, dialect);
  }
}
