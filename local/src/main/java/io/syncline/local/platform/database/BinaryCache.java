package io.syncline.local.platform.database;

import static java.util.Objects.requireNonNull;

import io.syncline.local.LocalException;
import io.syncline.local.platform.folder.Folder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Folder of unpacked database servers, filled once and shared by all runs. */
public final class BinaryCache {

  private final Path root;

  public BinaryCache(Path root) {
    this.root = root;
  }

  /** The folder of that name, unpacked now when it is not there yet. */
  Path unpacked(String name, Unpacking unpacking) {
    Path folder = root.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    // Renamed when complete, so that a run that is killed meanwhile leaves no half server behind.
    Path unfinished = root.resolve(name + ".unfinished-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(unfinished);
      unpacking.into(unfinished);
      return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new LocalException("Cannot unpack %s to %s: %s".formatted(name, root, e), e);
    } finally {
      Folder.delete(unfinished);
    }
  }

  static void untarXz(InputStream archive, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, entry.resolveIn(folder));
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0) {
      makeExecutable(path);
    }
  }

  /** Unpacks one folder of a jar on the class path; its name ends in a slash. */
  static void unzip(String resources, Path folder) throws IOException {
    URL url = requireNonNull(BinaryCache.class.getClassLoader().getResource(resources));
    try (JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(resources) && !entry.isDirectory()) {
          Path path = folder.resolve(entry.getName().substring(resources.length()));
          Files.createDirectories(path.getParent());
          Files.copy(jar.getInputStream(entry), path);
        }
      }
    }
  }

  static void makeExecutable(Path path) throws IOException {
    if (!path.toFile().setExecutable(true)) {
      throw new IOException("Cannot make executable: " + path);
    }
  }

  /** Way of filling a folder. */
  interface Unpacking {
    void into(Path folder) throws IOException;
  }
}
