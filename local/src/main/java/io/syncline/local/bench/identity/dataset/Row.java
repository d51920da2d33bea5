package io.syncline.local.bench.identity.dataset;

import io.syncline.local.LocalException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a data set.
 *
 * @param source name of the file it stands in
 * @param id unlike that of any other line of the file
 * @param cells by column; empty ones are not there
 */
public record Row(String source, String id, Map<String, String> cells) {

  /** Reads a file whose first line names the columns. */
  static List<Row> read(Path file, String idColumn) {
    List<List<String>> lines = CsvText.read(file);
    if (lines.isEmpty()) {
      throw new LocalException(file + " is empty: its first line must name the columns");
    }
    List<String> columns = lines.get(0);
    String id = idColumn.isEmpty() ? columns.get(0) : idColumn;
    if (!columns.contains(id)) {
      throw new LocalException("%s has no column '%s', only %s".formatted(file, id, columns));
    }
    List<Row> rows = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      rows.add(row(file, id, line + 1, columns, lines.get(line)));
    }
    return rows;
  }

  private static Row row(
      Path file, String id, int number, List<String> columns, List<String> line) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int column = 0; column < Math.min(columns.size(), line.size()); column++) {
      if (!line.get(column).isEmpty()) {
        cells.put(columns.get(column), line.get(column));
      }
    }
    if (!cells.containsKey(id)) {
      throw new LocalException("%s, record %d has no '%s'".formatted(file, number, id));
    }
    return new Row(file.getFileName().toString(), cells.get(id), cells);
  }
}
