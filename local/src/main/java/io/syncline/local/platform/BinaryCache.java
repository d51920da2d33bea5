package io.syncline.local.platform;

import io.syncline.local.LocalException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Folder of unpacked database servers, filled once and shared by all runs. */
final class BinaryCache {

  private final Path root;

  BinaryCache(Path root) {
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
    boolean executable = (entry.getMode() & 0100) != 0;
    if (!path.toFile().setExecutable(executable)) {
      throw new IOException("Cannot set the mode of " + path);
    }
  }

  /** Way of filling a folder. */
  interface Unpacking {
    void into(Path folder) throws IOException;
  }
}
