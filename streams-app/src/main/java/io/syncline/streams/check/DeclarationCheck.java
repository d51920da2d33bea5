package io.syncline.streams.check;

import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.SourceMapping;
import io.syncline.streams.mapping.folder.SourceFolder;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.survivorship.file.SurvivorshipFile;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Check of the folders of sources, of match rules and of survivorship rules, as the application
 * would check them at its start.
 */
public final class DeclarationCheck {

  private static final int SOUND = 0;
  private static final int FAULTY = 2;

  private final PrintStream out;

  DeclarationCheck(PrintStream out) {
    this.out = out;
  }

  /** Ends with 0 when all is sound, else with 2. */
  public static void main(String[] folders) {
    System.exit(
        new DeclarationCheck(System.out).run(Arrays.stream(folders).map(Path::of).toList()));
  }

  /**
   * Prints every fault, or that there is none.
   *
   * @param paths folders of sources, folders that hold such, and files of rules
   * @return the exit code
   */
  int run(List<Path> paths) {
    try {
      var files = paths.stream().filter(Files::isRegularFile).toList();
      var folders = paths.stream().filter(path -> !Files.isRegularFile(path));
      check(folders.flatMap(SourceFolder::at).distinct().toList(), files).forEach(out::println);
      return SOUND;
    } catch (DeclarationException e) {
      e.faults().forEach(fault -> out.println(fault + System.lineSeparator()));
      out.println(e.faults().size() == 1 ? "1 fault." : e.faults().size() + " faults.");
      return FAULTY;
    }
  }

  /** A line for each source, and for each file of rules. */
  private List<String> check(List<SourceFolder> sources, List<Path> files) {
    var faults = new Faults();
    var mappings =
        faults.attempt(() -> Mappings.load(sources.stream().map(SourceFolder::mapping).toList()));
    sources.forEach(source -> source.checkConnectors(faults));
    // A file may name only sources that there are, which faulty mappings do not tell.
    mappings.ifPresent(all -> files.forEach(file -> faults.attemptTo(() -> read(file, all))));
    faults.throwIfAny();
    return Stream.concat(
            mappings.stream().flatMap(all -> all.sources().stream()).map(SourceMapping::source),
            files.stream().map(file -> file.getFileName().toString()))
        .map("%-16s is sound"::formatted)
        .toList();
  }

  private void read(Path file, Mappings mappings) {
    var name = file.getFileName().toString();
    var attributes = new MappedAttributes(mappings.attributes(), this::warn);
    if (name.contains("match")) {
      MatchRules.load(file, attributes);
    } else if (name.contains("survivorship")) {
      SurvivorshipFile.read(file, mappings.tablesOfEntities().keySet(), attributes);
    } else {
      throw new DeclarationException(
          file + ": its name does not say what it declares: put 'match' or 'survivorship' into it");
    }
  }

  /** What holds, and may not be meant. */
  private void warn(String doubt) {
    out.println("warning: " + doubt + System.lineSeparator());
  }
}
