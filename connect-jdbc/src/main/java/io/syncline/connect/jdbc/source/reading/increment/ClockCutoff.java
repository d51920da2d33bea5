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

/** Line at a timestamp or a number: the load is what was settled when it was drawn. */
final class ClockCutoff implements Cutoff {
  private static final String SETTLED = "until.settled";

  private final Increments increments;
  private final Horizon horizon;
  private final SettledValue settled;

  ClockCutoff(Increments increments, Horizon horizon) {
    this.increments = increments;
    this.horizon = horizon;
    this.settled = new SettledValue(increments, horizon);
  }

  @Override
  public Optional<Map<String, String>> draw(Connection connection) throws SQLException {
    var value = settled.ask(connection).value();
    connection.commit();
    return value.map(it -> Map.of(SETTLED, it, Cutoff.BY, increments.order().first().name()));
  }

  @Override
  public List<Condition> conditions(Map<String, String> line) {
    return List.of(settled.upTo(value(line)));
  }

  @Override
  public List<String> noted() {
    return List.of();
  }

  @Override
  public RecordPages.Note note(Map<String, String> line, Map<String, ?> position) {
    return RecordPages.NO_NOTE;
  }

  @Override
  public TableReader behind(Map<String, String> line, Collection<Map<String, ?>> positions) {
    return new ClockReader(increments, horizon, Optional.of(value(line)));
  }

  private String value(Map<String, String> line) {
    return Optional.ofNullable(increments.own(line).get(SETTLED))
        .orElseThrow(increments::drawnOtherwise);
  }
}
