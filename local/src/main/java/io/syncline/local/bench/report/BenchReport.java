package io.syncline.local.bench.report;

import java.util.List;

/** What one run has measured, with what it ran on. */
public record BenchReport(String bench, RunOn runOn, List<Section> sections) {

  public BenchReport {
    sections = List.copyOf(sections);
  }
}
