package io.syncline.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the chart to change before it is used. */
record ChartCopy(Path folder) {

  /** Copies the chart into a folder of its own. */
  static ChartCopy make() {
    try {
      var folder = Files.createTempDirectory(Path.of("target"), "chart-");
      try (var files = Files.walk(Chart.FOLDER)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var copy = folder.resolve(Chart.FOLDER.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
      return new ChartCopy(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces text in a file; it must be there. */
  ChartCopy replacing(String file, String text, String replacement) {
    try {
      var path = folder.resolve(file);
      var content = Files.readString(path);
      if (!content.contains(text)) {
        throw new IllegalArgumentException(file + " does not contain: " + text);
      }
      Files.writeString(path, content.replace(text, replacement));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
