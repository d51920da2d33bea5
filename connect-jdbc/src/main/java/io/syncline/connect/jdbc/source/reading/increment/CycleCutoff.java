package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.RowTransactions;
import io.syncline.connect.jdbc.source.reading.page.Condition;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Line between transactions: the load is what the first {@link Cycle} reads. */
final class CycleCutoff implements Cutoff {
  private final Increments increments;
  private final RowTransactions transactions;
  private final Edges edges;

  CycleCutoff(Increments increments, RowTransactions transactions) {
    this.increments = increments;
    this.transactions = transactions;
    this.edges = new Edges(transactions, increments);
  }

  @Override
  public Optional<Map<String, String>> draw(Connection connection) throws SQLException {
    var look = edges.look(connection, Optional.empty());
    connection.commit();
    var line = new LinkedHashMap<String, String>();
    new Cycle(Optional.empty(), look.edge()).toOffset(line);
    line.put(Cutoff.BY, increments.order().first().name());
    return Optional.of(line);
  }

  @Override
  public List<Condition> conditions(Map<String, String> line) {
    return new CycleConditions(transactions, increments.order()).of(cycle(line));
  }

  @Override
  public List<String> noted() {
    return List.of(transactions.selection());
  }

  @Override
  public RecordPages.Note note(Map<String, String> line, Map<String, ?> position) {
    return new TransactionNote(transactions, cycle(line), TransactionNote.last(position));
  }

  @Override
  public TableReader behind(Map<String, String> line, Collection<Map<String, ?>> positions) {
    var read = positions.stream().mapToLong(TransactionNote::last).max();
    return new CycleReader(
        increments, transactions, cycle(line), read.orElse(RowTransactions.FIRST));
  }

  private Cycle cycle(Map<String, String> line) {
    return Cycle.fromOffset(increments.own(line)).orElseThrow(increments::drawnOtherwise);
  }
}
