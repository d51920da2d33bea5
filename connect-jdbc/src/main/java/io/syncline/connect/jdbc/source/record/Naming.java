package io.syncline.connect.jdbc.source.record;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of schemas, made legal where a topic's name is not. */
public final class Naming {
  private Naming() {}

  /** An Avro full name: the topic as namespace, each part of it a legal name. */
  public static String schema(String topic, String role) {
    return Arrays.stream((topic + "." + role).split("\\."))
        .filter(part -> !part.isEmpty())
        .map(Naming::part)
        .collect(Collectors.joining("."));
  }

  private static String part(String text) {
    var legal = text.replaceAll("[^a-zA-Z0-9_]", "_");
    return Character.isDigit(legal.charAt(0)) ? "_" + legal : legal;
  }
}
