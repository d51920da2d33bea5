package io.syncline.local.bench;

import io.syncline.local.LocalException;
import io.syncline.local.platform.connect.ConnectWorker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Connect worker's process uses of the machine. */
final class Worker {

  /** Last line of a histogram of the living: instances, bytes. */
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private static final Pattern HEAP_LIMIT = Pattern.compile("MaxHeapSize=(\\d+)");

  private final ProcessHandle process;

  Worker(ConnectWorker worker) {
    process = ProcessHandle.of(worker.process().pid()).orElseThrow();
  }

  /** Time on all cores since it started. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Heap in use after a full collection. */
  long liveHeapBytes() {
    return Long.parseLong(first(TOTAL, jcmd("GC.class_histogram")));
  }

  String heapLimit() {
    long bytes = Long.parseLong(first(HEAP_LIMIT, jcmd("VM.flags")));
    return "%d MiB".formatted(bytes >> 20);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new LocalException("The Connect worker's heap cannot be read from jcmd: " + text);
    }
    return found.group(1);
  }

  /** Speaks to the process over a local socket file: it opens no port. */
  private String jcmd(String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process asked =
          new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command)
              .redirectErrorStream(true)
              .start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LocalException("There is no jcmd, which comes with a JDK: " + e.getMessage(), e);
    }
  }
}
