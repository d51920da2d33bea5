package io.syncline.local.platform.connect;

import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.ChildCommand;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.Children;
import io.syncline.local.process.JavaCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Kafka Connect worker with our plugins. */
public final class ConnectWorker {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final int HEAP = 512;

  private static final String SETTINGS =
      """
      group.id=syncline-connect
      exactly.once.source.support=enabled
      plugin.discovery=service_load
      scheduled.rebalance.max.delay.ms=0
      # A worker that was killed is missed, and its tasks are started again, after this time.
      session.timeout.ms=6000
      heartbeat.interval.ms=2000
      config.storage.topic=connect-configs
      config.storage.replication.factor=1
      offset.storage.topic=connect-offsets
      offset.storage.replication.factor=1
      offset.storage.partitions=4
      status.storage.topic=connect-status
      status.storage.replication.factor=1
      status.storage.partitions=1
      key.converter=org.apache.kafka.connect.storage.StringConverter
      value.converter=org.apache.kafka.connect.storage.StringConverter
      config.providers=env
      config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
      config.providers.env.param.allowlist.pattern=SYNCLINE_.*
      # A connector may lower its own latency and batch sizes.
      connector.client.config.override.policy=All
      """;

  private static final String ADDRESSES =
      """
      bootstrap.servers=%s
      listeners=http://127.0.0.1:%d
      plugin.path=%s
      """;

  private final Children children;
  private final ChildCommand command;
  private final String url;
  private ChildProcess process;

  private ConnectWorker(Children children, ChildCommand command, String url) {
    this.children = children;
    this.command = command;
    this.url = url;
    process = run();
  }

  /**
   * Starts the worker.
   *
   * @param environment what connector files may refer to as {@code ${env:…}}
   */
  public static ConnectWorker start(
      Children children,
      RunFolder run,
      ConnectAddresses addresses,
      Map<String, String> environment) {
    String pluginPath =
        addresses.pluginRoots().stream().map(Path::toString).collect(Collectors.joining(","));
    Path properties =
        run.write(
            "connect.properties",
            SETTINGS
                + ADDRESSES.formatted(addresses.bootstrapServers(), addresses.port(), pluginPath));
    List<String> words =
        JavaCommand.withHeap(HEAP)
            .serial()
            .logging()
            .main("org.apache.kafka.connect.cli.ConnectDistributed", properties.toString());
    ChildCommand command = new ChildCommand("connect", words, environment, run.log("connect"));
    return new ConnectWorker(children, command, "http://127.0.0.1:" + addresses.port());
  }

  public String url() {
    return url;
  }

  public ConnectApi api() {
    return new ConnectApi(url);
  }

  public ChildProcess process() {
    return process;
  }

  /** Starts the worker again; its connectors go on where the last process has stopped. */
  public void restart() {
    process.stop();
    process = run();
  }

  private ChildProcess run() {
    ChildProcess started = children.startServer(command);
    started.awaitReady(LIMIT, () -> api().connectors());
    return started;
  }
}
