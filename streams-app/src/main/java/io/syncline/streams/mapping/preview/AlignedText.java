package io.syncline.streams.mapping.preview;

import java.util.ArrayList;
import java.util.List;

/** Lines of text whose columns stand below each other. */
final class AlignedText {

  private static final String GAP = "  ";
  private static final String CUT = "…";

  private final int widest;
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * @param widest what is longer is cut
   */
  AlignedText(int widest) {
    this.widest = widest;
  }

  void add(String... cells) {
    lines.add(List.of(cells).stream().map(this::cut).toList());
  }

  /** The lines, each begun with a gap and without white space at its end. */
  List<String> lines() {
    return lines.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (var place = 0; place < cells.size(); place++) {
      var cell = cells.get(place);
      line.append(GAP).append(cell).append(" ".repeat(width(place) - length(cell)));
    }
    return line.toString().stripTrailing();
  }

  private int width(int place) {
    return lines.stream().mapToInt(cells -> length(cells.get(place))).max().orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  private String cut(String cell) {
    return length(cell) <= widest
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, widest - 1)) + CUT;
  }
}
