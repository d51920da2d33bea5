package io.syncline.streams.mapping.check;

import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.folder.SourceFolder;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Check of the folders of sources, as the application would check them at its start. */
public final class MappingCheck {

  private static final int SOUND = 0;
  private static final int FAULTY = 2;

  private final PrintStream out;

  MappingCheck(PrintStream out) {
    this.out = out;
  }

  /** Ends with 0 when all is sound, else with 2. */
  public static void main(String[] folders) {
    System.exit(new MappingCheck(System.out).run(Arrays.stream(folders).map(Path::of).toList()));
  }

  /**
   * Prints every fault, or that there is none.
   *
   * @param folders folders of sources, or folders that hold such
   * @return the exit code
   */
  int run(List<Path> folders) {
    try {
      var sources = folders.stream().flatMap(SourceFolder::at).distinct().toList();
      check(sources).forEach(out::println);
      return SOUND;
    } catch (DeclarationException e) {
      e.faults().forEach(fault -> out.println(fault + System.lineSeparator()));
      out.println(e.faults().size() == 1 ? "1 fault." : e.faults().size() + " faults.");
      return FAULTY;
    }
  }

  /** A line for each source. */
  private static List<String> check(List<SourceFolder> sources) {
    var faults = new Faults();
    var mappings =
        faults.attempt(() -> Mappings.load(sources.stream().map(SourceFolder::mapping).toList()));
    sources.forEach(source -> source.checkConnectors(faults));
    faults.throwIfAny();
    return mappings.stream()
        .flatMap(all -> all.sources().stream())
        .map(source -> "%-16s is sound".formatted(source.source()))
        .toList();
  }
}
