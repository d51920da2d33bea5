package io.syncline.local.platform.folder;

import io.syncline.local.LocalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folder of the sources with what the build has put into it. */
public record Checkout(Path root) {

  /** Set by the launcher script. */
  private static final String HOME = "syncline.home";

  /** Finds it from the launcher's property, or upwards from the working folder. */
  public static Checkout find() {
    String home = System.getProperty(HOME);
    Path start = Path.of(home == null ? "" : home).toAbsolutePath().normalize();
    for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("syncline")) && Files.isDirectory(folder.resolve("local"))) {
        return new Checkout(folder);
      }
    }
    throw new LocalException("No checkout of Syncline at or above " + start);
  }

  public Path workFolder() {
    return root.resolve(".syncline");
  }

  public Path streamsAppJar() {
    String jar = "syncline-streams-app-%s.jar".formatted(BuildVersions.read().syncline());
    return built(root.resolve("streams-app/target").resolve(jar));
  }

  public Path registryJar() {
    String jar = "apicurio-registry-app-%s-runner.jar".formatted(BuildVersions.read().registry());
    return built(root.resolve("local/target/registry").resolve(jar));
  }

  /** Roots that hold one folder per Connect plugin; the ones not built are left out. */
  public List<Path> pluginRoots() {
    return Stream.of("connect-avro", "connect-jdbc")
        .map(module -> root.resolve(module).resolve("target/plugins"))
        .filter(Files::isDirectory)
        .toList();
  }

  /** Folder that holds one folder per source. */
  public Path sources() {
    return root.resolve("connect-config/sources");
  }

  public Path source(String name) {
    return sources().resolve(name);
  }

  public Path target(String name) {
    return root.resolve("connect-config/targets").resolve(name);
  }

  private static Path built(Path file) {
    if (!Files.exists(file)) {
      throw new LocalException(file + " is not there. Build it: mvn -DskipTests package");
    }
    return file;
  }
}
