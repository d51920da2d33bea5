package io.syncline.streams.survivorship.file;

import io.syncline.schemas.Entity;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.survivorship.SurvivorshipBook;
import io.syncline.streams.survivorship.SurvivorshipRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of rules that a test writes itself. */
public final class RuleFixture {

  private RuleFixture() {}

  /** The rules of customers, one line each. */
  public static SurvivorshipRules customers(List<String> sources, String... lines) {
    return read("customer:\n  " + String.join("\n  ", lines) + "\n", sources).of(Entity.CUSTOMER);
  }

  /** A step as it stands behind a field: a section in braces where it has a value. */
  public static String item(String step) {
    return step.startsWith("[") || !step.contains(": ") ? step : "{" + step + "}";
  }

  static SurvivorshipBook read(String text, List<String> sources) {
    try {
      var file = Files.createTempFile("survivorship", ".yaml");
      try {
        return SurvivorshipFile.read(write(file, text), sources, MappedAttributes.unknown());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }
}
