package io.syncline.local.bench.identity.dataset;

import io.syncline.local.LocalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reader of the data sets that a person names. */
public final class DataSets {

  private final String truth;
  private final String idColumn;

  /**
   * @param truth file of pairs of ids, column, or pattern of ids
   * @param idColumn column of the ids; the first one where it is empty
   */
  public DataSets(String truth, String idColumn) {
    this.truth = truth;
    this.idColumn = idColumn;
  }

  /** One data set for each CSV file of a folder; or one of all files. */
  public List<DataSet> read(List<Path> data) {
    if (data.size() == 1 && Files.isDirectory(data.get(0))) {
      return filesOf(data.get(0)).stream().map(file -> set(List.of(file))).toList();
    }
    return List.of(set(data));
  }

  private DataSet set(List<Path> files) {
    List<Row> rows = files.stream().flatMap(file -> Row.read(file, idColumn).stream()).toList();
    List<String> columns =
        rows.stream().flatMap(row -> row.cells().keySet().stream()).distinct().toList();
    String name = String.join(" + ", rows.stream().map(Row::source).distinct().toList());
    return new DataSet(name, rows, Truth.of(truth, columns).clusters(rows));
  }

  private static List<Path> filesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
      if (found.isEmpty()) {
        throw new LocalException("There is no CSV file in " + folder);
      }
      return found;
    } catch (IOException e) {
      throw new LocalException("Cannot read %s: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
