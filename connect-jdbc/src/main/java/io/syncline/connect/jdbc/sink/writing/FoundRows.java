package io.syncline.connect.jdbc.sink.writing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Rows that a lookup found in the table, by their numbers in the batch. */
final class FoundRows {
  private static final int FIRST_KEY_COLUMN = 3;

  private final Map<Integer, Boolean> olderThanGiven = new HashMap<>();
  private final Map<List<String>, Integer> numbersByKey = new HashMap<>();

  /**
   * Adds what one lookup answered.
   *
   * @param first number of the lookup's first row
   * @throws SQLIntegrityConstraintViolationException when two keys of the batch are one to the
   *     database; apart from each other they can be written
   */
  void add(ResultSet answer, int first) throws SQLException {
    var columns = answer.getMetaData().getColumnCount();
    while (answer.next()) {
      var number = first + answer.getInt(1);
      olderThanGiven.merge(number, answer.getBoolean(2), Boolean::logicalOr);
      var key = new ArrayList<String>();
      for (var column = FIRST_KEY_COLUMN; column <= columns; column++) {
        key.add(answer.getString(column));
      }
      if (!Objects.requireNonNullElse(numbersByKey.put(key, number), number).equals(number)) {
        throw new SQLIntegrityConstraintViolationException(
            "two keys of a batch are equal to the database", "21000");
      }
    }
  }

  List<Integer> absent(int rows) {
    return IntStream.range(0, rows)
        .filter(number -> !olderThanGiven.containsKey(number))
        .boxed()
        .toList();
  }

  List<Integer> older(int rows) {
    return IntStream.range(0, rows)
        .filter(number -> olderThanGiven.getOrDefault(number, false))
        .boxed()
        .toList();
  }
}
