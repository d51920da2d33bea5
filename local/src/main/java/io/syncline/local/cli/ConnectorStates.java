package io.syncline.local.cli;

import io.syncline.local.platform.connect.ConnectApi;
import io.syncline.local.platform.connect.Connector;
import io.syncline.local.platform.connect.ConnectorStatus;
import io.syncline.local.terminal.Screen;
import java.time.Duration;
import java.util.List;

/** What has become of connectors that were registered just now. */
final class ConnectorStates {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ConnectApi connect;
  private final Screen screen;

  ConnectorStates(ConnectApi connect, Screen screen) {
    this.connect = connect;
    this.screen = screen;
  }

  /** Prints a line per connector as soon as it runs or has failed. */
  void show(List<Connector> connectors) throws InterruptedException {
    if (connectors.isEmpty()) {
      return;
    }
    screen.section("Connectors");
    for (Connector connector : connectors) {
      print(settled(connector.name()));
    }
  }

  private ConnectorStatus settled(String name) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    ConnectorStatus status = connect.status(name);
    while (!status.isRunning() && status.failure().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(PAUSE.toMillis());
      status = connect.status(name);
    }
    return status;
  }

  private void print(ConnectorStatus status) {
    String name = "%-12s ".formatted(status.name());
    if (status.failure().isPresent()) {
      screen.bad(name + "failed: " + status.failure().get());
    } else if (status.isRunning()) {
      screen.line(name + "runs, tasks: " + status.tasks());
    } else {
      screen.bad(name + "has no running task yet; connect.log may say why");
    }
  }
}
