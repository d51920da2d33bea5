package io.syncline.local.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncline.local.LocalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Report as JSON, for whoever compares runs. */
public final class ReportJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportJson() {}

  public static void write(BenchReport report, Path file) {
    try {
      MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json(report));
    } catch (IOException e) {
      throw new LocalException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  static ObjectNode json(BenchReport report) {
    ObjectNode json = MAPPER.createObjectNode().put("bench", report.bench());
    ObjectNode runOn = json.putObject("runOn");
    report.runOn().facts().forEach(runOn::put);
    var sections = json.putArray("sections");
    report.sections().forEach(section -> sections.add(json(section)));
    return json;
  }

  private static ObjectNode json(Section section) {
    ObjectNode json = MAPPER.createObjectNode().put("title", section.title());
    var figures = json.putArray("figures");
    section.figures().forEach(figure -> figures.add(json(figure)));
    return json;
  }

  private static ObjectNode json(Figure figure) {
    ObjectNode json =
        MAPPER.createObjectNode().put("what", figure.what()).put("unit", figure.unit());
    json.set("measured", json(figure.samples()));
    figure.ratio().ifPresent(ratio -> json.set("oursAgainstIt", json(ratio)));
    figure
        .aim()
        .ifPresent(
            aim ->
                json.putObject("aim")
                    .put("bound", aim.bound().name().toLowerCase(Locale.ROOT))
                    .put("value", aim.value())
                    .put("met", figure.meetsAim()));
    return json;
  }

  private static ObjectNode json(Samples samples) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("median", samples.median())
            .put("min", samples.min())
            .put("max", samples.max());
    var repeats = json.putArray("repeats");
    samples.values().forEach(repeats::add);
    return json;
  }
}
