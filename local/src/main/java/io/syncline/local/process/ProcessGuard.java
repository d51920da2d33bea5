package io.syncline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Shell that ends the children when the launcher is killed without warning.
 *
 * <p>It holds the reading end of a pipe on which the launcher names its children. The kernel closes
 * the pipe whatever the launcher dies of (kill -9, out of memory, a crash), and the shell then ends
 * every child it was told of. It cannot help when it is killed too, before it has finished.
 */
final class ProcessGuard implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      children=' '
      while read -r action pid; do
        case $action in
          add) children="$children$pid " ;;
          drop) children="${children%% $pid *} ${children#* $pid }" ;;
        esac
      done
      [ -n "${children# }" ] || exit 0
      kill -TERM $children
      some_alive() {
        for pid in $children; do kill -0 $pid && return; done
        return 1
      }
      tries=50
      while [ $tries -gt 0 ] && some_alive; do
        sleep 0.1
        tries=$((tries - 1))
      done
      kill -KILL $children
      """;

  private final Process shell;
  private final Writer names;

  ProcessGuard() {
    ProcessBuilder builder = new ProcessBuilder("setsid", "sh", "-c", SCRIPT, "syncline-guard");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      shell = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the guard of the child processes", e);
    }
    names = shell.outputWriter(StandardCharsets.US_ASCII);
  }

  void watch(ChildProcess child) {
    tell("add " + child.pid());
    child.onExit(() -> tell("drop " + child.pid()));
  }

  /** Lets the guard go; children that still live are ended by it. */
  @Override
  public void close() {
    try {
      names.close();
    } catch (IOException e) {
      shell.destroyForcibly();
    }
  }

  private synchronized void tell(String line) {
    if (!shell.isAlive()) {
      return;
    }
    try {
      names.write(line + "\n");
      names.flush();
    } catch (IOException e) {
      // Closed already: a child that ends after its guard needs none.
    }
  }
}
