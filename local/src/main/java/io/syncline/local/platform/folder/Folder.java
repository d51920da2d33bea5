package io.syncline.local.platform.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folder with all that is in it. */
public final class Folder {

  private Folder() {}

  /** Deletes as much as it can: what is left is for the next run to try again. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.sorted(Comparator.reverseOrder()).forEach(Folder::deleteOne);
    } catch (IOException | UncheckedIOException e) {
      // A file that appears or disappears meanwhile.
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
