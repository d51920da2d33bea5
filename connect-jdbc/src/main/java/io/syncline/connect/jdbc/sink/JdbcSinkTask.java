package io.syncline.connect.jdbc.sink;

import io.syncline.connect.jdbc.ConnectorVersion;
import io.syncline.connect.jdbc.sink.config.SinkConfig;
import io.syncline.connect.jdbc.sink.writing.RecoveringWriter;
import io.syncline.connect.jdbc.sink.writing.Rejections;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;

/** Writing of a share of the topics' partitions, from start to stop. */
public final class JdbcSinkTask extends SinkTask {
  private @Nullable RecoveringWriter writer;

  @Override
  public String version() {
    return ConnectorVersion.current();
  }

  @Override
  public void start(Map<String, String> settings) {
    var rejections = new Rejections(Optional.ofNullable(context.errantRecordReporter()));
    writer = new RecoveringWriter(SinkConfig.parse(settings), rejections);
  }

  /** Returns when the records are committed in the database; their offsets may follow. */
  @Override
  public void put(Collection<SinkRecord> records) {
    var wait = Objects.requireNonNull(writer).write(records);
    if (wait.isPresent()) {
      context.timeout(wait.get().toMillis());
      throw new RetriableException("The database does not take these records now; see the log.");
    }
  }

  @Override
  public void stop() {
    if (writer != null) {
      writer.close();
    }
  }
}
