package io.syncline.local.platform;

import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.ChildCommand;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.Children;
import io.syncline.local.process.JavaCommand;
import io.syncline.local.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** Kafka broker that is its own controller. */
public final class Broker {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int HEAP = 384;

  /** Beside addresses and folders: a single broker replicates nothing and waits for nobody. */
  private static final String SETTINGS =
      """
      process.roles=broker,controller
      node.id=1
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      auto.create.topics.enable=false
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=8
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=8
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      share.coordinator.state.topic.num.partitions=4
      group.initial.rebalance.delay.ms=0
      group.streams.initial.rebalance.delay.ms=0
      group.streams.heartbeat.interval.ms=1000
      group.streams.min.heartbeat.interval.ms=500
      group.consumer.heartbeat.interval.ms=1000
      group.consumer.min.heartbeat.interval.ms=500
      """;

  private static final String ADDRESSES =
      """
      listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
      controller.quorum.voters=1@127.0.0.1:%2$d
      log.dirs=%3$s
      """;

  private final int port;
  private final ChildProcess process;

  private Broker(int port, ChildProcess process) {
    this.port = port;
    this.process = process;
  }

  public static Broker start(Children children, RunFolder run, int port) {
    String addresses = ADDRESSES.formatted(port, Ports.any(), run.dataOf("broker"));
    Path properties = run.write("broker.properties", SETTINGS + addresses);
    format(children, run, properties);
    List<String> server = java().main("kafka.Kafka", properties.toString());
    Broker broker =
        new Broker(
            port, children.startServer(new ChildCommand("broker", server, run.log("broker"))));
    broker.process.awaitReady(LIMIT, broker::askForItself);
    return broker;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public ChildProcess process() {
    return process;
  }

  /** A client of this broker, which the caller closes. */
  public Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000));
  }

  private static void format(Children children, RunFolder run, Path properties) {
    List<String> tool =
        java()
            .main(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                properties.toString());
    children
        .start(new ChildCommand("broker storage format", tool, run.log("broker")))
        .awaitSuccess(LIMIT);
  }

  private static JavaCommand java() {
    return JavaCommand.withHeap(HEAP).small().logging();
  }

  private void askForItself() throws Exception {
    try (Admin admin = admin()) {
      admin.describeCluster().nodes().get();
    }
  }
}
