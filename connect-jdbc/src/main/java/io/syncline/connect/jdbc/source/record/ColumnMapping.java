package io.syncline.connect.jdbc.source.record;

import io.syncline.connect.jdbc.table.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Way of one column into a field.
 *
 * @param schema of the field, optional where the column may be NULL
 * @param cut whether digits of its seconds are lost
 */
record ColumnMapping(Column column, Schema schema, ValueReader reader, boolean cut) {

  /** Access to the value of a column in the current row. */
  interface ValueReader {
    @Nullable Object read(ResultSet row, int index) throws SQLException;
  }

  String name() {
    return column.name();
  }
}
