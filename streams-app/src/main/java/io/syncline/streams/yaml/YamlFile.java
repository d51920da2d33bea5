package io.syncline.streams.yaml;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** A YAML file as a whole. */
public final class YamlFile {

  private YamlFile() {}

  /**
   * The outermost section of a file.
   *
   * @param content what the file must hold, for whoever left it empty
   * @throws DeclarationException naming file, line and column
   */
  public static YamlSection read(Path file, String content) {
    try (var reader = Files.newBufferedReader(file)) {
      return read(file, reader, content);
    } catch (IOException e) {
      throw new DeclarationException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The outermost section of a file that comes with the application. */
  public static YamlSection ofResource(String name, String content) {
    try (var stream = Objects.requireNonNull(YamlFile.class.getResourceAsStream(name), name);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return read(Path.of(name), reader, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static YamlSection read(Path file, Reader reader, String content) {
    try {
      var node = new Yaml(new LoaderOptions()).compose(reader);
      if (node == null) {
        throw new DeclarationException(file + ": the file is empty: it must " + content);
      }
      return new YamlSection(file, new YamlText(file.getFileName().toString(), file, 1, 1), node);
    } catch (MarkedYAMLException e) {
      throw YamlText.at("", file, e.getProblemMark()).error(e.getProblem());
    }
  }
}
