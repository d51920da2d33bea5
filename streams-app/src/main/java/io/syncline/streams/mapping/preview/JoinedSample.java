package io.syncline.streams.mapping.preview;

import io.syncline.streams.mapping.join.Join;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.mapping.join.OtherRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A row of a sample, and the rows of other tables that are joined to it.
 *
 * @param rows the rows of each join, by its name
 */
record JoinedSample(JoinedEntity entity, Map<String, List<OtherRow>> rows) {

  /** So that a row to which a whole table is joined does not fill the memory. */
  private static final int MOST_ROWS = 1000;

  /** Reads what is joined to a row. */
  static JoinedSample read(
      JoinedEntity entity, TableSample sample, Map<String, Object> row, SourceDatabase database)
      throws SQLException {
    var rows = new HashMap<String, List<OtherRow>>();
    for (var join : entity.joins().declared()) {
      rows.put(join.name(), read(join, sample, row, database));
    }
    return new JoinedSample(entity, rows);
  }

  private static List<OtherRow> read(
      Join join, TableSample sample, Map<String, Object> row, SourceDatabase database)
      throws SQLException {
    var columns = join.by().columns().isEmpty() ? sample.key() : join.by().columns();
    var values = columns.stream().map(row::get).filter(Objects::nonNull).toList();
    if (values.size() < columns.size()) {
      return List.of();
    }
    var others = database.having(join.table().name(), join.on().columns(), values, MOST_ROWS);
    var records = others.records(join.table().columns().keySet());
    return IntStream.range(0, records.size())
        .mapToObj(
            i ->
                new OtherRow(
                    others.keyOf(others.rows().get(i)), 0, Optional.empty(), records.get(i)))
        .toList();
  }

  /** The columns of a row together with those that its expressions may name beside them. */
  Map<String, Object> columns(Map<String, Object> row) {
    var columns = new LinkedHashMap<>(row);
    entity.joins().read(rows, columns, new ArrayList<>());
    return columns;
  }
}
