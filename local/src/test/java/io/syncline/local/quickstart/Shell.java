package io.syncline.local.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A user's shell in the checkout. */
final class Shell {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path checkout;

  Shell(Path checkout) {
    this.checkout = checkout;
  }

  /** Runs a command to its end, and gives what it printed. */
  String run(String command) throws IOException, InterruptedException {
    var process = builder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(command).isTrue();
    assertThat(process.exitValue()).as("%s%n%s", command, output).isZero();
    return output;
  }

  /** Starts a command that goes on, with its output in a file. */
  Process start(String command, Path output) throws IOException {
    // `exec`, so that a signal reaches the command and not the shell.
    return builder("exec " + command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private ProcessBuilder builder(String command) {
    return new ProcessBuilder("bash", "-c", command).directory(checkout.toFile());
  }
}
