package io.syncline.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Launcher of one obedient and one stubborn child, that writes their ids down, then waits. */
final class KilledLauncher {

  private KilledLauncher() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path pids = Path.of(arguments[0]);
    Children children = new Children();
    List<String> obedient = List.of("sleep", "600");
    List<String> stubborn = List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done");
    ChildProcess one = children.start(new ChildCommand("one", obedient, log(pids, "one")));
    ChildProcess two = children.start(new ChildCommand("two", stubborn, log(pids, "two")));
    Files.writeString(pids, one.pid() + "\n" + two.pid() + "\n");
    Thread.sleep(600_000);
  }

  private static Path log(Path pids, String name) {
    return pids.resolveSibling(name + ".log");
  }
}
