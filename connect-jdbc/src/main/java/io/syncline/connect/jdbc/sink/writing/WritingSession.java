package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.database.Database;
import io.syncline.connect.jdbc.sink.config.SinkConfig;
import io.syncline.connect.jdbc.sink.table.TargetTables;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** Tables of a task, written over one connection. */
public final class WritingSession implements AutoCloseable {
  private final WritingContext context;
  private final Map<TableId, TableWriter> writers = new HashMap<>();

  private WritingSession(WritingContext context) {
    this.context = context;
  }

  public static WritingSession open(
      Database database, SinkConfig config, Rejections rejections, Progress progress)
      throws SQLException {
    var connection = database.openWriter();
    var tables = new TargetTables(database.dialect(), config.evolution(), connection);
    return new WritingSession(
        new WritingContext(config, database.dialect(), connection, tables, rejections, progress));
  }

  /** Writes table by table, the records of each in their order. */
  public void write(List<SinkRecord> records) throws SQLException {
    var byTable = new LinkedHashMap<TableId, ArrayList<SinkRecord>>();
    var topic = "";
    var ofTopic = new ArrayList<SinkRecord>();
    for (var record : records) {
      // Connect hands records over partition by partition.
      if (!record.topic().equals(topic)) {
        topic = record.topic();
        ofTopic =
            byTable.computeIfAbsent(
                context.config().tables().table(topic), id -> new ArrayList<>());
      }
      ofTopic.add(record);
    }
    for (var entry : byTable.entrySet()) {
      writers
          .computeIfAbsent(entry.getKey(), id -> new TableWriter(id, context))
          .write(entry.getValue());
    }
  }

  @Override
  public void close() throws SQLException {
    context.connection().close();
  }
}
