package io.syncline.local.bench.report;

import java.util.List;

/** Figures under one heading. */
public record Section(String title, List<Figure> figures) {

  public Section {
    figures = List.copyOf(figures);
  }
}
