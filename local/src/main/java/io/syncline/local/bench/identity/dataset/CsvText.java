package io.syncline.local.bench.identity.dataset;

import io.syncline.local.LocalException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated text: cells without white space around them, quoted where they must be. */
final class CsvText {

  private final String text;
  private int at;

  private CsvText(String text) {
    this.text = text;
  }

  /** All lines of a file with at least one cell that is not empty. */
  static List<List<String>> read(Path file) {
    try {
      return new CsvText(content(file)).lines();
    } catch (IOException e) {
      throw new LocalException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Many public data sets are older than UTF-8. */
  private static String content(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    while (at < text.length()) {
      List<String> line = line();
      if (line.stream().anyMatch(cell -> !cell.isEmpty())) {
        lines.add(line);
      }
    }
    return lines;
  }

  private List<String> line() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(cell());
    } while (take(','));
    take('\r');
    take('\n');
    return cells;
  }

  private String cell() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    String quoted = take('"') ? quoted() : "";
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return (quoted + text.substring(from, at)).strip();
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next != '"') {
        cell.append(next);
      } else if (take('"')) {
        cell.append('"');
      } else {
        break;
      }
    }
    return cell.toString();
  }

  private boolean take(char wanted) {
    boolean found = at < text.length() && text.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }
}
