package io.syncline.connect.jdbc.source.reading.compare;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.reading.page.CursorColumn;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/**
 * Order in which a pass pages through a table: that of the primary key, as the database has it.
 *
 * @param columns of the primary key
 */
public record KeyOrder(TableId table, List<CursorColumn> columns) {

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
          ("Column %s, in the primary key of table %s, %s; mode compare pages by numbers, text,"
                  + " UUIDs, bytes, dates and timestamps. Read the table in mode bulk.")
              .formatted(column.name(), table.id(), CursorColumn.obstacle(column)));
    }
    return new CursorColumn(column, dialect);
  }
}
