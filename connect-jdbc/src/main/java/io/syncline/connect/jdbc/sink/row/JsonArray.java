package io.syncline.connect.jdbc.sink.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reader of a JSON array of plain values; a number or a truth value is its own text. */
final class JsonArray {
  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;
  private static final Set<Character> NESTED = Set.of('[', '{');

  private final String text;
  private int at;

  private JsonArray(String text) {
    this.text = text;
  }

  /** The elements; empty when the text is something else. */
  static Optional<List<@Nullable String>> parse(String text) {
    try {
      return text.startsWith("[") ? Optional.of(new JsonArray(text).elements()) : Optional.empty();
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private List<@Nullable String> elements() {
    var elements = new ArrayList<@Nullable String>();
    at++;
    if (next() != ']') {
      elements.add(element());
      while (next() == ',') {
        at++;
        elements.add(element());
      }
      require(next() == ']');
    }
    at++;
    require(text.substring(at).isBlank());
    return elements;
  }

  private char next() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return text.charAt(at);
  }

  private @Nullable String element() {
    if (next() == '"') {
      return string();
    }
    require(!NESTED.contains(next()));
    var start = at;
    while (",] \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    require(at > start);
    var word = text.substring(start, at);
    return word.equals("null") ? null : word;
  }

  private String string() {
    var string = new StringBuilder();
    at++;
    while (text.charAt(at) != '"') {
      string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
      at++;
    }
    at++;
    return string.toString();
  }

  /** Ends on the escape's last character. */
  private char escaped() {
    at++;
    if (text.charAt(at) == 'u') {
      var digits = text.substring(at + 1, at + 1 + HEX_DIGITS);
      at += HEX_DIGITS;
      return (char) Integer.parseInt(digits, HEX);
    }
    return MEANT.charAt(ESCAPED.indexOf(text.charAt(at)));
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }
}
