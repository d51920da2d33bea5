package io.syncline.streams.mapping.yaml;

import java.nio.file.Path;
import org.yaml.snakeyaml.error.Mark;

/**
 * A text in a YAML file, with its place.
 *
 * @param value the text
 * @param file the file
 * @param line line in the file, from 1
 * @param column column in the line, from 1
 */
public record YamlText(String value, Path file, int line, int column) {

  /** A text at a mark of the parser. */
  public static YamlText at(String value, Path file, Mark mark) {
    return new YamlText(value, file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** A fault at this place. */
  public MappingException error(String message) {
    return new MappingException("%s:%d:%d: %s".formatted(file, line, column, message));
  }
}
