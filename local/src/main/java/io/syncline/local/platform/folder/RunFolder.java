package io.syncline.local.platform.folder;

import io.syncline.local.LocalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folder of one run: its logs, which stay, its data, which go. */
public final class RunFolder implements AutoCloseable {

  private static final int KEPT_RUNS = 5;
  private static final long LEAST_SPACE = 2L << 30;
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Path root;

  private RunFolder(Path root) {
    this.root = root;
  }

  /** Makes the folder of a new run, and tidies up after runs that are over. */
  public static RunFolder create(Path workFolder, Clock clock) {
    try {
      Files.createDirectories(workFolder);
      requireSpace(workFolder);
      tidyUp(workFolder);
      RunFolder run = new RunFolder(createUnused(workFolder, LocalDateTime.now(clock)));
      Files.writeString(run.root.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
      Files.createDirectories(run.logs());
      Files.createDirectories(run.root.resolve("data"));
      return run;
    } catch (IOException e) {
      throw new LocalException("Cannot write to " + workFolder + ": " + e.getMessage(), e);
    }
  }

  public Path root() {
    return root;
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** A folder for one child's data, not made yet. */
  public Path dataOf(String name) {
    return root.resolve("data").resolve(name);
  }

  /** Writes a file the child reads, next to its data. */
  public Path write(String fileName, String content) {
    try {
      return Files.writeString(root.resolve("data").resolve(fileName), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the data. */
  @Override
  public void close() {
    Folder.delete(root.resolve("data"));
    Folder.delete(root.resolve("pid"));
  }

  private static void requireSpace(Path folder) throws IOException {
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < LEAST_SPACE) {
      throw new LocalException(
          "%s has %d MB of free space; broker and databases need %d MB. Old runs are under %s."
              .formatted(Files.getFileStore(folder), usable >> 20, LEAST_SPACE >> 20, folder));
    }
  }

  /** Two runs that begin in one second must not share a folder. */
  private static Path createUnused(Path workFolder, LocalDateTime time) throws IOException {
    try {
      return Files.createDirectory(workFolder.resolve("run-" + STAMP.format(time)));
    } catch (FileAlreadyExistsException e) {
      return createUnused(workFolder, time.plusSeconds(1));
    }
  }

  private static void tidyUp(Path workFolder) throws IOException {
    List<Path> over;
    try (Stream<Path> runs = Files.list(workFolder)) {
      over =
          runs.filter(run -> run.getFileName().toString().startsWith("run-"))
              .filter(RunFolder::isOver)
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    // The data of a run whose launcher was killed; a clean end has removed its own.
    over.forEach(run -> Folder.delete(run.resolve("data")));
    // The new run is one of those kept.
    over.stream().skip(KEPT_RUNS - 1L).forEach(Folder::delete);
  }

  private static boolean isOver(Path run) {
    try {
      long pid = Long.parseLong(Files.readString(run.resolve("pid")).trim());
      return ProcessHandle.of(pid).filter(RunFolder::isJava).isEmpty();
    } catch (IOException | NumberFormatException e) {
      return true;
    }
  }

  /** Process ids are used again: the number alone says little. */
  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("java")).isPresent();
  }
}
