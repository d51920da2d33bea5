package io.syncline.local;

import io.syncline.local.cli.SynclineCommand;

/** Entry point of {@code ./syncline}. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(SynclineCommand.run(arguments));
  }
}
