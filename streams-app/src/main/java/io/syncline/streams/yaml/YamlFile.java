package io.syncline.streams.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      var node = new Yaml(new LoaderOptions()).compose(reader);
      if (node == null) {
        throw new DeclarationException(file + ": the file is empty: it must " + content);
      }
      return new YamlSection(file, new YamlText(file.getFileName().toString(), file, 1, 1), node);
    } catch (MarkedYAMLException e) {
      throw YamlText.at("", file, e.getProblemMark()).error(e.getProblem());
    } catch (IOException e) {
      throw new DeclarationException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
