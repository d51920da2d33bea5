package io.syncline.local.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

  /**
   * Runs a command to its end, and gives what it answered: its standard output alone, for {@code
   * curl} draws its progress on the other stream as soon as no terminal is there.
   */
  String run(String command) throws IOException, InterruptedException {
    var answer = Files.createTempFile("answer", ".txt");
    var complaint = Files.createTempFile("complaint", ".txt");
    try {
      var process =
          builder(command)
              .redirectOutput(answer.toFile())
              .redirectError(complaint.toFile())
              .start();
      assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(command).isTrue();
      assertThat(process.exitValue()).as("%s%n%s", command, Files.readString(complaint)).isZero();
      return Files.readString(answer);
    } finally {
      Files.delete(answer);
      Files.delete(complaint);
    }
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
    // Who runs the build in the background has Ctrl-C ignored, and so would all that it starts.
    return new ProcessBuilder("env", "--default-signal=INT", "bash", "-c", command)
        .directory(checkout.toFile());
  }
}
