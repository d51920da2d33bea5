package io.syncline.local.platform;

import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.Children;

/** End of a run, on request or with the launcher. */
public final class Ending implements AutoCloseable {

  private final RunFolder run;
  private final Children children = new Children();
  private final Thread hook = new Thread(this::stop, "stop-platform");

  public Ending(RunFolder run) {
    this.run = run;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public RunFolder run() {
    return run;
  }

  public Children children() {
    return children;
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The launcher is ending already, which is why we are here.
    }
  }

  private void stop() {
    children.close();
    run.close();
  }
}
