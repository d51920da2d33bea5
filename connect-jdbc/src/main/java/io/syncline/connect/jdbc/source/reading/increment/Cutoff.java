package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.Condition;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Line between the rows that a full load reads and those that the increments behind it read.
 *
 * <p>Every row version is on one side of it. On the load's side rows become fewer as they are
 * changed or deleted, never more, so a load may take as long as it takes. A line is kept as text,
 * by names that go into an offset.
 */
public interface Cutoff {
  /** Name of the column that a line was drawn by. */
  String BY = "by";

  /**
   * Draws the line between what has happened and what has not.
   *
   * <p>Where this was called some time before, the increments have less to look through.
   *
   * @return empty while the database does not tell yet
   */
  Optional<Map<String, String>> draw(Connection connection) throws SQLException;

  /** Conditions of the rows on the load's side. */
  List<Condition> conditions(Map<String, String> line);

  /** What is selected for {@link #note}. */
  List<String> noted();

  /**
   * What the load keeps of its rows for the increments' sake.
   *
   * @param position offset from which the load goes on
   */
  RecordPages.Note note(Map<String, String> line, Map<String, ?> position);

  /**
   * Reader of what is on the other side.
   *
   * @param positions offsets at which the load ended
   */
  TableReader behind(Map<String, String> line, Collection<Map<String, ?>> positions);
}
