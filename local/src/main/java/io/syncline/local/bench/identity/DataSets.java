package io.syncline.local.bench.identity;

import io.syncline.local.LocalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reader of the data sets that a plan names. */
final class DataSets {

  private final IdentityPlan plan;

  DataSets(IdentityPlan plan) {
    this.plan = plan;
  }

  List<DataSet> read() {
    if (plan.data().size() == 1 && Files.isDirectory(plan.data().get(0))) {
      return filesOf(plan.data().get(0)).stream().map(file -> read(List.of(file))).toList();
    }
    return List.of(read(plan.data()));
  }

  private DataSet read(List<Path> files) {
    List<Row> rows =
        files.stream().flatMap(file -> Row.read(file, plan.idColumn()).stream()).toList();
    List<String> columns =
        rows.stream().flatMap(row -> row.cells().keySet().stream()).distinct().toList();
    String name = String.join(" + ", rows.stream().map(Row::source).distinct().toList());
    return new DataSet(name, rows, Truth.of(plan.truth(), columns).clusters(rows));
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
