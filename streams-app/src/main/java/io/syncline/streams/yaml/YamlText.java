package io.syncline.streams.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

  /** A part of this text that begins so many characters after it. */
  public YamlText part(int offset, String part) {
    return new YamlText(part, file, line, column + offset);
  }

  /** A fault at this place, shown below the message unless that shows it itself. */
  public DeclarationException error(String message) {
    var shown = message.contains("\n") ? message : message + excerpt();
    return new DeclarationException("%s:%d:%d: %s".formatted(file, line, column, shown));
  }

  /** The line of the file with a caret; empty when the file cannot be read any more. */
  private String excerpt() {
    try (var lines = Files.lines(file)) {
      return lines
          .skip(line - 1L)
          .findFirst()
          .map(text -> "%n    %s%n    %s^".formatted(text, " ".repeat(column - 1)))
          .orElse("");
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }
}
