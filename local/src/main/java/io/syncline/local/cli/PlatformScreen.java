package io.syncline.local.cli;

import io.syncline.local.platform.Platform;
import io.syncline.local.platform.PlatformPlan;
import io.syncline.local.platform.folder.BuildVersions;
import io.syncline.local.process.ChildFailure;
import io.syncline.local.terminal.Screen;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** Start and wait of a platform, as both commands show them. */
final class PlatformScreen {

  private final Screen screen;

  PlatformScreen(Screen screen) {
    this.screen = screen;
  }

  Platform start(PlatformPlan plan) {
    screen.section("Platform of Syncline " + BuildVersions.read().syncline());
    Platform platform = Platform.start(plan, this::ready);
    screen.aside("logs         " + platform.logs());
    return platform;
  }

  /** Returns never: Ctrl-C ends the launcher, a child that ends ends it with the reason. */
  void waitForCtrlC(Platform platform) throws InterruptedException {
    screen.section("Running. Ctrl-C stops everything.");
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> screen.section("Stopping everything ..."), "goodbye"));
    try {
      ChildFailure failure = platform.failure().get();
      throw failure;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void ready(String part, String address, Duration took) {
    screen.line(
        String.format(
            Locale.ROOT, "%-12s %-42s ready in %.1f s", part, address, took.toMillis() / 1e3));
  }
}
