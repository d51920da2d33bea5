package io.syncline.streams.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** The place behind a text with which the file begins. */
  static YamlText behind(String before, Path file) {
    var lines = before.split("\\R", -1);
    var last = lines[lines.length - 1];
    return new YamlText("", file, lines.length, last.codePointCount(0, last.length()) + 1);
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

  /**
   * What cannot be shown in it is a replacement character; empty when it cannot be read any more.
   */
  private Optional<String> fileLine() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .skip(line - 1L)
          .findFirst()
          .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\t]]", "\uFFFD"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
