package io.syncline.local.bench.topology.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Named values that a program is given, or gives back. */
public record Settings(Map<String, String> values) {

  public Settings {
    values = Map.copyOf(values);
  }

  public static Settings none() {
    return new Settings(Map.of());
  }

  /** Of lines, or words of a command line, each {@code name=value}. */
  public static Settings parse(List<String> lines) {
    Map<String, String> values = new TreeMap<>();
    for (String line : lines) {
      int end = line.indexOf('=');
      values.put(line.substring(0, end), line.substring(end + 1));
    }
    return new Settings(values);
  }

  static Settings parse(String[] words) {
    return parse(List.of(words));
  }

  public static Settings read(Path file) {
    try {
      return parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Settings with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value.toString());
    return new Settings(more);
  }

  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  public long number(String name) {
    return Long.parseLong(text(name));
  }

  Path path(String name) {
    return Path.of(text(name));
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    values.forEach((name, value) -> lines.add(name + "=" + value));
    return lines;
  }

  /** Who sees the file sees all of it. */
  void write(Path file) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.write(unfinished, lines());
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
