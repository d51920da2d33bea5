package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.table.TableId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plan as one line of text, in the form of a query string. */
public final class PlanText {
  private static final String TABLE = "table";
  private static final String CREATED = "created";
  private static final String ROWS = "rows";
  private static final String PER_RANGE = "rows.per.range";
  private static final String LINE = "line.";
  private static final String END = "end";

  private PlanText() {}

  /** The same plan is always the same text. */
  public static String of(LoadPlan plan) {
    var parts = new ArrayList<String>();
    parts.add(part(TABLE, plan.table().toString()));
    parts.add(part(CREATED, Long.toString(plan.created())));
    parts.add(part(ROWS, Long.toString(plan.rows())));
    parts.add(part(PER_RANGE, Long.toString(plan.rowsPerRange())));
    new TreeMap<>(plan.line()).forEach((name, value) -> parts.add(part(LINE + name, value)));
    plan.ends().forEach(end -> parts.add(END + "=" + values(end)));
    return String.join("&", parts);
  }

  private static String part(String name, String value) {
    return name + "=" + encoded(value);
  }

  private static String values(Cursor end) {
    return end.values().stream().map(PlanText::encoded).collect(Collectors.joining(","));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public static LoadPlan parse(String text) {
    var values = new LinkedHashMap<String, String>();
    var line = new LinkedHashMap<String, String>();
    var ends = new ArrayList<Cursor>();
    for (var part : text.split("&")) {
      var name = part.substring(0, part.indexOf('='));
      var value = part.substring(name.length() + 1);
      if (name.equals(END)) {
        ends.add(new Cursor(decoded(value)));
      } else if (name.startsWith(LINE)) {
        line.put(name.substring(LINE.length()), decoded(value).get(0));
      } else {
        values.put(name, decoded(value).get(0));
      }
    }
    return new LoadPlan(
        TableId.parse(values.get(TABLE)),
        Long.parseLong(values.get(CREATED)),
        Long.parseLong(values.get(ROWS)),
        Long.parseLong(values.get(PER_RANGE)),
        line,
        ends);
  }

  private static List<String> decoded(String values) {
    return Arrays.stream(values.split(",", -1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .toList();
  }
}
