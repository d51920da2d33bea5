package io.syncline.local.bench.identity.dataset;

import io.syncline.local.LocalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Where the truth about a data set stands. */
interface Truth {

  /** Number of what each row is, row by row. */
  List<Integer> clusters(List<Row> rows);

  /**
   * Takes what a person has written for a file of pairs of ids, a column, or a pattern whose first
   * group is the same in the ids of rows that are the same.
   *
   * @param columns of the data set
   */
  static Truth of(String text, List<String> columns) {
    if (Files.isRegularFile(Path.of(text))) {
      return rows -> TruePairs.read(Path.of(text)).clusters(rows);
    }
    if (columns.contains(text)) {
      return by(row -> row.cells().getOrDefault(text, row.source() + "/" + row.id()));
    }
    return pattern(text, columns);
  }

  private static Truth pattern(String text, List<String> columns) {
    try {
      Pattern pattern = Pattern.compile(text);
      if (pattern.matcher("").groupCount() > 0) {
        return by(row -> firstGroup(pattern, row.id()));
      }
    } catch (PatternSyntaxException e) {
      // Said below, with what else it may be.
    }
    throw new LocalException(
        ("The truth '%s' is no file of pairs, no column (there is %s)"
                + " and no pattern with a group, such as 'rec-([0-9]+)-.*'")
            .formatted(text, String.join(", ", columns)));
  }

  private static String firstGroup(Pattern pattern, String id) {
    var matcher = pattern.matcher(id);
    if (!matcher.matches()) {
      throw new LocalException("The id '%s' does not match '%s'".formatted(id, pattern));
    }
    return matcher.group(1);
  }

  private static Truth by(Function<Row, String> name) {
    return rows -> {
      Map<String, Integer> numbers = new HashMap<>();
      return rows.stream()
          .map(name)
          .map(cluster -> numbers.computeIfAbsent(cluster, unseen -> numbers.size()))
          .toList();
    };
  }
}
