package io.syncline.local.platform;

import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Program out of the application's jar that runs at the terminal and ends. It is a process of its
 * own, because the application's libraries are of other versions than the platform's; so mappings
 * are judged by the very code that judges them at the start.
 */
public final class AppTool {

  private static final int HEAP = 256;
  private static final String STREAMS = "io.syncline.streams.";

  private final Path jar;
  private final String mainClass;

  private AppTool(Path jar, String mainClass) {
    this.jar = jar;
    this.mainClass = mainClass;
  }

  /** Checks the folders of sources, and files of rules. */
  public static AppTool check(Checkout checkout) {
    return new AppTool(checkout.streamsAppJar(), STREAMS + "check.DeclarationCheck");
  }

  /** Shows what a mapping makes of the first rows of its source. */
  public static AppTool preview(Checkout checkout) {
    return new AppTool(checkout.streamsAppJar(), STREAMS + "mapping.preview.MappingPreview");
  }

  /** Proposes a mapping for a database. */
  public static AppTool suggest(Checkout checkout) {
    return new AppTool(checkout.streamsAppJar(), STREAMS + "mapping.suggest.MappingSuggestion");
  }

  /** Runs it on the launcher's own terminal, and returns its exit code. */
  public int run(List<String> arguments) throws InterruptedException {
    return run(command(arguments).inheritIO());
  }

  /**
   * Runs it for a program.
   *
   * @param environment variables beside the launcher's own
   * @param log takes what it prints
   */
  public int run(List<String> arguments, Map<String, String> environment, Path log)
      throws InterruptedException {
    ProcessBuilder command = command(arguments).redirectErrorStream(true);
    command.environment().putAll(environment);
    return run(command.redirectOutput(Redirect.appendTo(log.toFile())));
  }

  private ProcessBuilder command(List<String> arguments) {
    return new ProcessBuilder(
        JavaCommand.withHeap(HEAP).small().main(classPath(), mainClass, arguments));
  }

  private int run(ProcessBuilder command) throws InterruptedException {
    try {
      return command.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + mainClass, e);
    }
  }

  /** The jar with its own libraries, and the drivers of the databases, which it has not. */
  private List<Path> classPath() {
    List<Path> path = new ArrayList<>(List.of(jar));
    drivers().forEach(path::add);
    return path;
  }

  private static Stream<Path> drivers() {
    return Stream.of(org.postgresql.Driver.class, org.mariadb.jdbc.Driver.class)
        .map(driver -> driver.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(location.getPath()));
  }
}
