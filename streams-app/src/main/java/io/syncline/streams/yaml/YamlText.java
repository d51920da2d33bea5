package io.syncline.streams.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  /** A fault at this place, which is shown with a caret below it. */
  public DeclarationException error(String message) {
    return new DeclarationException(
        placed(message) + fileLine().map(text -> caret(text, column - 1)).orElse(""));
  }

  /**
   * A fault within this text, which is shown with a caret below it.
   *
   * @param offset where the fault is in the text, from 0
   */
  public DeclarationException error(String message, int offset) {
    return new DeclarationException(placed(message) + caret(value, offset));
  }

  private String placed(String message) {
    return "%s:%d:%d: %s".formatted(file, line, column, message);
  }

  /** Tabs stay tabs, so that the caret stands below its place however wide they are. */
  private static String caret(String text, int offset) {
    var before = text.substring(0, Math.max(0, Math.min(offset, text.length())));
    return "%n    %s%n    %s^".formatted(text, before.replaceAll("[^\t]", " "));
  }

  /** Empty when the file cannot be read any more. */
  private Optional<String> fileLine() {
    try (var lines = Files.lines(file)) {
      return lines.skip(line - 1L).findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
