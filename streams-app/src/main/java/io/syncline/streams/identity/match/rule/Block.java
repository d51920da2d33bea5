package io.syncline.streams.identity.match.rule;

import io.syncline.streams.identity.match.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Values that candidates have in common, so that not all records are compared with all. */
public record Block(List<Part> parts) {

  private static final Pattern WHITE = Pattern.compile("\\s+");

  /**
   * One value of a block.
   *
   * @param eachToken whether one of its words is enough
   */
  public record Part(String value, boolean eachToken) {}

  public Block {
    parts = List.copyOf(parts);
  }

  /** The blocks of a record as texts; none when it lacks one of the values. */
  List<String> texts(Features features) {
    var texts = List.of("");
    for (var part : parts) {
      var values = values(part, features);
      var longer = new ArrayList<String>();
      for (var text : texts) {
        values.forEach(value -> longer.add(append(text, part, value)));
      }
      texts = longer;
    }
    return texts;
  }

  private static List<String> values(Part part, Features features) {
    var value = features.value(part.value()).stream();
    return part.eachToken()
        ? value.flatMap(text -> WHITE.splitAsStream(text)).distinct().toList()
        : value.toList();
  }

  /** Names are in it, and no value can look like the end of another. */
  private static String append(String text, Part part, String value) {
    var named = part.value() + "=" + value.replace("\\", "\\\\").replace("|", "\\|");
    return text.isEmpty() ? named : text + "|" + named;
  }
}
