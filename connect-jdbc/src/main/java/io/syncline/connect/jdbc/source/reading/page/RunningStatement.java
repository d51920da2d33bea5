package io.syncline.connect.jdbc.source.reading.page;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Statement that the database is busy with, for another thread to cancel. */
public final class RunningStatement {
  private final AtomicReference<@Nullable Statement> current = new AtomicReference<>();

  /** Call to the database. */
  public interface Execution<T> {
    T run() throws SQLException;
  }

  public <T> T during(Statement statement, Execution<T> execution) throws SQLException {
    current.set(statement);
    try {
      return execution.run();
    } finally {
      current.set(null);
    }
  }

  public void cancel() throws SQLException {
    var statement = current.get();
    if (statement != null) {
      statement.cancel();
    }
  }
}
