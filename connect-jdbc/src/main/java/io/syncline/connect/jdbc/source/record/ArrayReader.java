package io.syncline.connect.jdbc.source.record;

import io.syncline.connect.jdbc.source.config.RecordConfig;
import io.syncline.connect.jdbc.source.record.ColumnMapping.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Access to an array, element by element.
 *
 * @param elements reads an element as it would a column
 */
record ArrayReader(ValueReader elements) implements ValueReader {
  /** JDBC shows an array as rows of a number and a value. */
  private static final int VALUE = 2;

  @Override
  public @Nullable List<@Nullable Object> read(ResultSet row, int index) throws SQLException {
    var array = row.getArray(index);
    if (array == null) {
      return null;
    }
    var values = new ArrayList<@Nullable Object>();
    try (var element = array.getResultSet()) {
      if (element.getMetaData().getColumnType(VALUE) == Types.ARRAY) {
        throw new UnfitValueException(
            "it has several dimensions; " + RecordConfig.ARRAY_MAPPING + "=text carries it");
      }
      while (element.next()) {
        values.add(elements.read(element, VALUE));
      }
    }
    return values;
  }
}
