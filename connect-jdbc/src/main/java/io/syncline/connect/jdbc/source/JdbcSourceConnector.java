package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.ConnectorVersion;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.jspecify.annotations.Nullable;

/** Source of records that are rows of database tables. */
public final class JdbcSourceConnector extends SourceConnector {
  private Map<String, String> settings = Map.of();
  private @Nullable TableMonitor monitor;

  @Override
  public String version() {
    return ConnectorVersion.current();
  }

  @Override
  public ConfigDef config() {
    return SourceConfig.definition();
  }

  @Override
  public Config validate(Map<String, String> given) {
    var config = super.validate(given);
    if (!Refusal.hasErrors(config)) {
      Refusal.addAll(SourceConfig.refusals(given), config);
    }
    return config;
  }

  @Override
  public void start(Map<String, String> given) {
    settings = Map.copyOf(given);
    monitor = TableMonitor.start(SourceConfig.parse(given), context());
  }

  @Override
  public Class<? extends Task> taskClass() {
    return JdbcSourceTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    var work = Objects.requireNonNull(monitor).work();
    return TaskShares.share(work.tables(), work.loads(), maxTasks, settings);
  }

  @Override
  public void stop() {
    if (monitor != null) {
      monitor.close();
    }
  }

  /** Offsets are written with the records, and reading goes on exactly behind them. */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
    return ExactlyOnceSupport.SUPPORTED;
  }

  @Override
  public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> given) {
    return ConnectorTransactionBoundaries.SUPPORTED;
  }
}
