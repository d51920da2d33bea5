package io.syncline.local.cli;

import io.syncline.local.platform.Platform;
import io.syncline.local.platform.PlatformPlan;
import io.syncline.local.platform.PlatformPlan.Engine;
import io.syncline.local.platform.connect.ConnectApi;
import io.syncline.local.platform.connect.Connector;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.terminal.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./syncline up}. */
@Command(
    name = "up",
    description = "Starts the platform with no CRM data, for bringing your own.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Connector files name addresses and passwords as $${env:SYNCLINE_...}: set these variables",
      "before the start. SYNCLINE_WAREHOUSE_* and SYNCLINE_WEBSHOP_* lead to two empty databases",
      "of the platform unless you set them."
    })
final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description = "Folder with connector.json and mapping.yaml. May be repeated.")
  private List<Path> sources = new ArrayList<>();

  @Option(
      names = "--target",
      paramLabel = "DIR",
      description = "Folder with connector.json. May be repeated.")
  private List<Path> targets = new ArrayList<>();

  @Mixin private PortOption port = new PortOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<Connector> connectors = connectors();
    Screen screen = Screen.standardOutput(System.getenv());
    PlatformScreen platformScreen = new PlatformScreen(screen);
    try (Platform platform = platformScreen.start(plan())) {
      ConnectApi connect = platform.connect().api();
      connectors.forEach(connect::register);
      new ConnectorStates(connect, screen).show(connectors);
      printNextSteps(screen, platform);
      platformScreen.waitForCtrlC(platform);
    }
    return 0;
  }

  /** Read before anything starts, so that a wrong path is known at once. */
  private List<Connector> connectors() {
    sources.forEach(folder -> require(folder.resolve("mapping.yaml")));
    List<Path> folders = new ArrayList<>(targets);
    folders.addAll(sources);
    folders.forEach(folder -> require(folder.resolve("connector.json")));
    return folders.stream().map(Connector::in).toList();
  }

  private void require(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "There is no " + file);
    }
  }

  private PlatformPlan plan() {
    PlatformPlan plan =
        PlatformPlan.of(Checkout.find(), port.ports())
            .withDatabase("warehouse", Engine.POSTGRES)
            .withDatabase("webshop", Engine.MARIADB)
            .withEnvironment(callersVariables());
    List<Path> mappings =
        sources.stream().map(folder -> folder.resolve("mapping.yaml").toAbsolutePath()).toList();
    return mappings.isEmpty() ? plan : plan.withApp(mappings);
  }

  private static Map<String, String> callersVariables() {
    return System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("SYNCLINE_"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void printNextSteps(Screen screen, Platform platform) {
    String connect = platform.connect().url();
    screen.section("What to do next");
    if (sources.isEmpty()) {
      screen.line("There is no application: it needs a mapping. Start again with --source DIR.");
    } else {
      screen.line("The API, with a page to try it on:");
      screen.line("  %s/swagger-ui".formatted(platform.app().url()));
    }
    screen.line("Register a connector that needs no mapping, such as another target:");
    screen.line(
        "  curl -H 'Content-Type: application/json' -d @connector.json %s/connectors"
            .formatted(connect));
    screen.line("See what the connectors do:");
    screen.line("  curl '%s/connectors?expand=status'".formatted(connect));
    screen.line("See how far a source is, every range of a large table too:");
    screen.line("  curl %s/connectors/NAME/offsets".formatted(connect));
  }
}
