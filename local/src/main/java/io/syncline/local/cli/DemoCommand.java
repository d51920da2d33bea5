package io.syncline.local.cli;

import io.syncline.local.demo.Demo;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.PlatformPorts;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.terminal.Screen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./syncline demo}. */
@Command(
    name = "demo",
    description =
        "Runs the main job on generated data: two CRM databases in, one canonical view, two targets out.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Different customers in both databases together. Default: ${DEFAULT-VALUE}.")
  private int customers;

  @Option(
      names = "--exit-when-synced",
      description = "End after the check: with 0 if the targets are equal, else with 1.")
  private boolean exitWhenSynced;

  @Mixin private PortOption port = new PortOption();

  @Override
  public Integer call() throws Exception {
    PlatformPorts ports = port.ports();
    Screen screen = Screen.standardOutput(System.getenv());
    PlatformScreen platformScreen = new PlatformScreen(screen);
    Demo demo = new Demo(Checkout.find(), screen, customers);
    try (Platform platform = platformScreen.start(demo.plan(ports))) {
      boolean equal = demo.run(platform);
      if (!exitWhenSynced) {
        demo.showNextSteps(platform);
        platformScreen.waitForCtrlC(platform);
      }
      return equal ? 0 : 1;
    }
  }
}
