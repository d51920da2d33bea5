package io.syncline.local.process;

import io.syncline.local.LocalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Child process that ended by itself or did not get ready. */
public final class ChildFailure extends LocalException {

  private static final int LAST_LINES = 12;

  /** Part of a stack trace that would push the causes out of sight. */
  private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ )");

  private ChildFailure(String what, Path log) {
    super(what + lastLines(log) + "\nIts whole log: " + log);
  }

  static ChildFailure ended(String name, int exitCode, Path log) {
    return new ChildFailure("%s ended with exit code %s.".formatted(name, meaning(exitCode)), log);
  }

  static ChildFailure notReady(String name, long seconds, String lastAnswer, Path log) {
    return new ChildFailure(
        "%s is not ready after %d s (%s).".formatted(name, seconds, lastAnswer), log);
  }

  private static String meaning(int exitCode) {
    int signal = exitCode - 128;
    return signal > 0 ? "%d (signal %d)".formatted(exitCode, signal) : Integer.toString(exitCode);
  }

  private static String lastLines(Path log) {
    List<String> lines = lines(log);
    if (lines.isEmpty()) {
      return " It wrote nothing.";
    }
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return " Its last lines:\n    " + String.join("\n    ", last);
  }

  private static List<String> lines(Path log) {
    try {
      // A child that was killed may have left half a character.
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !FRAME.matcher(line).lookingAt())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
