package io.syncline.connect.jdbc.sink;

import io.syncline.connect.jdbc.ConnectorVersion;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.sink.config.SinkConfig;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Sink of records into rows of database tables. */
public final class JdbcSinkConnector extends SinkConnector {
  private Map<String, String> settings = Map.of();

  @Override
  public String version() {
    return ConnectorVersion.current();
  }

  @Override
  public ConfigDef config() {
    return SinkConfig.definition();
  }

  @Override
  public Config validate(Map<String, String> given) {
    var config = super.validate(given);
    if (!Refusal.hasErrors(config)) {
      Refusal.addAll(SinkConfig.refusals(given), config);
    }
    return config;
  }

  @Override
  public void start(Map<String, String> given) {
    SinkConfig.parse(given);
    settings = Map.copyOf(given);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return JdbcSinkTask.class;
  }

  /** Topics' partitions are the worker's to share out, so all tasks are alike. */
  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return Collections.nCopies(maxTasks, settings);
  }

  @Override
  public void stop() {}
}
