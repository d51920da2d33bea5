package io.syncline.connect.jdbc.database;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.ReportedColumn;
import io.syncline.connect.jdbc.table.Column;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns of a query, read from its result's metadata. */
public final class QueryColumns {
  private final Dialect dialect;

  public QueryColumns(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Every column may be NULL: what metadata says is that of the table which a column comes from,
   * and an outer join makes it untrue.
   */
  public List<Column> of(ResultSetMetaData metadata) throws SQLException {
    var columns = new ArrayList<Column>();
    for (var i = 1; i <= metadata.getColumnCount(); i++) {
      columns.add(
          new Column(metadata.getColumnLabel(i), dialect.columnType(reported(metadata, i)), true));
    }
    return columns;
  }

  private static ReportedColumn reported(ResultSetMetaData metadata, int index)
      throws SQLException {
    return new ReportedColumn(
        metadata.getColumnType(index),
        metadata.getColumnTypeName(index).toLowerCase(Locale.ROOT),
        metadata.getPrecision(index),
        metadata.getScale(index));
  }
}
