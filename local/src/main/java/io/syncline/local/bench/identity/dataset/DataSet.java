package io.syncline.local.bench.identity.dataset;

import io.syncline.local.LocalException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of which is known which are the same.
 *
 * @param clusters number of what each row is, row by row
 */
public record DataSet(String name, List<Row> rows, List<Integer> clusters) {

  public DataSet {
    rows = List.copyOf(rows);
    clusters = List.copyOf(clusters);
    Set<List<String>> ids = new HashSet<>();
    for (Row row : rows) {
      if (!ids.add(List.of(row.source(), row.id()))) {
        throw new LocalException("%s: two rows have the id '%s'".formatted(name, row.id()));
      }
    }
  }
}
