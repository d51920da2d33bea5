package io.syncline.local.bench.identity.dataset;

import io.syncline.local.LocalException;
import io.syncline.local.bench.identity.cluster.Forest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pairs of ids that are the same, from a file with a line of headings. In a data set of two files
 * the first id is of the first, the second of the second.
 */
record TruePairs(Path file, List<List<String>> pairs) {

  static TruePairs read(Path file) {
    List<List<String>> lines = CsvText.read(file);
    return new TruePairs(file, lines.subList(Math.min(1, lines.size()), lines.size()));
  }

  List<Integer> clusters(List<Row> rows) {
    List<String> sources = rows.stream().map(Row::source).distinct().toList();
    Map<List<String>, Integer> places = new HashMap<>();
    IntStream.range(0, rows.size())
        .forEach(at -> places.put(List.of(rows.get(at).source(), rows.get(at).id()), at));
    Forest forest = new Forest(rows.size());
    for (List<String> pair : pairs) {
      forest.join(
          place(places, sources.get(0), pair, 0),
          place(places, sources.get(sources.size() - 1), pair, 1));
    }
    return IntStream.range(0, rows.size()).mapToObj(forest::root).toList();
  }

  private int place(
      Map<List<String>, Integer> places, String source, List<String> pair, int column) {
    Integer place = column < pair.size() ? places.get(List.of(source, pair.get(column))) : null;
    if (place == null) {
      throw new LocalException("%s: the pair %s names no row of %s".formatted(file, pair, source));
    }
    return place;
  }
}
