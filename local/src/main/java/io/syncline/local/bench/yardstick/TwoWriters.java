package io.syncline.local.bench.yardstick;

import io.syncline.local.crm.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two threads that write all rows between them, each over a connection of its own. */
final class TwoWriters {

  private static final int WRITERS = 2;

  private final Database database;
  private final RowTemplate template;
  private final long rows;

  TwoWriters(Database database, RowTemplate template, long rows) {
    this.database = database;
    this.template = template;
    this.rows = rows;
  }

  /** Work of one thread. */
  interface Writer {

    void write(Connection connection, List<Block> blocks) throws SQLException, IOException;
  }

  /**
   * Rows of the template under other keys.
   *
   * @param before key of the row before the first
   */
  record Block(long before, int rows) {}

  /** Returns rows per second, from the first thread's start to the last one's end. */
  double measure(Writer writer) throws SQLException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Connection> connections = new ArrayList<>();
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int number = 0; number < WRITERS; number++) {
        Connection connection = database.open();
        connections.add(connection);
        connection.setAutoCommit(false);
        List<Block> blocks = blocks(number);
        tasks.add(() -> write(writer, connection, blocks));
      }
      long began = System.nanoTime();
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
      return Yardstick.rate(rows, began);
    } catch (ExecutionException e) {
      throw new SQLException("A yardstick failed", e.getCause());
    } finally {
      threads.shutdownNow();
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private static Void write(Writer writer, Connection connection, List<Block> blocks)
      throws SQLException, IOException {
    writer.write(connection, blocks);
    connection.commit();
    return null;
  }

  /** Every second block. */
  private List<Block> blocks(int number) {
    List<Block> blocks = new ArrayList<>();
    long step = (long) WRITERS * template.size();
    for (long from = (long) number * template.size(); from < rows; from += step) {
      blocks.add(new Block(from, (int) Math.min(template.size(), rows - from)));
    }
    return blocks;
  }
}
