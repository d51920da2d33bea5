package io.syncline.streams.mapping.folder;

import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.SourceMapping;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folder that describes one source: its mapping, and the connectors that read it. */
public record SourceFolder(Path path) {

  private static final String MAPPING = "mapping.yaml";

  /** The folder itself where it has a mapping, else those in it that have one. */
  public static Stream<SourceFolder> at(Path folder) {
    if (Files.isRegularFile(folder.resolve(MAPPING))) {
      return Stream.of(new SourceFolder(folder));
    }
    var inside =
        files(folder).stream()
            .filter(child -> Files.isRegularFile(child.resolve(MAPPING)))
            .map(SourceFolder::new)
            .toList();
    if (inside.isEmpty()) {
      throw new DeclarationException(
          "%s: there is no %s in it, nor in a folder in it".formatted(folder, MAPPING));
    }
    return inside.stream();
  }

  /** Its mapping file. */
  public Path mapping() {
    return path.resolve(MAPPING);
  }

  /** The connector that polls its database. */
  public ConnectorFile connector() {
    return ConnectorFile.read(path.resolve("connector.json"));
  }

  /** The mapping alone; empty when it is not sound, which {@link Mappings#load} of all tells. */
  private Optional<SourceMapping> soundMapping() {
    return new Faults()
        .attempt(() -> Mappings.load(List.of(mapping())))
        .flatMap(alone -> alone.sources().stream().findFirst());
  }

  /** Every fault of the connectors, held against what the mapping relies on. */
  public void checkConnectors(Faults faults) {
    var connectors =
        files(path).stream()
            .filter(file -> file.getFileName().toString().endsWith(".json"))
            .flatMap(file -> faults.attempt(() -> ConnectorFile.read(file)).stream())
            .toList();
    connectors.forEach(connector -> faults.attemptTo(connector::checkZone));
    soundMapping().ifPresent(mapping -> check(mapping, connectors, faults));
  }

  private static void check(SourceMapping mapping, List<ConnectorFile> connectors, Faults faults) {
    connectors.forEach(
        connector -> faults.attemptTo(() -> connector.checkTopics(mapping.source())));
    var reading = connectors.stream().filter(ConnectorFile::namesItsTables).toList();
    mapping.tables().stream()
        .map(table -> table.name())
        .filter(table -> reading.stream().noneMatch(connector -> connector.reads(table)))
        // A source may have several connectors; a table that none reads is told of the first.
        .forEach(
            table ->
                reading.stream()
                    .findFirst()
                    .ifPresent(first -> faults.attemptTo(() -> first.refuse(table))));
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new DeclarationException(folder + ": cannot be read as a folder", e);
    }
  }
}
