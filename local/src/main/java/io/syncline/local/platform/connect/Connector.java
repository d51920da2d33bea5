package io.syncline.local.platform.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.LocalException;
import java.io.IOException;
import java.nio.file.Path;

/** Connector as its file declares it. */
public record Connector(String name, JsonNode config) {

  /** Reads the {@code connector.json} of a source's or a target's folder. */
  public static Connector in(Path folder) {
    return of(folder.resolve("connector.json"));
  }

  /** Reads a file as {@code POST /connectors} takes it. */
  public static Connector of(Path file) {
    try {
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      return new Connector(required(file, json, "name").asText(), required(file, json, "config"));
    } catch (IOException e) {
      throw new LocalException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static JsonNode required(Path file, JsonNode json, String field) {
    if (!json.hasNonNull(field)) {
      throw new LocalException("%s has no \"%s\"".formatted(file, field));
    }
    return json.get(field);
  }
}
