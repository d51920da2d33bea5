package io.syncline.connect.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of this plugin, as the build wrote it. */
public final class ConnectorVersion {
  private static final String FILE = "version.properties";

  private ConnectorVersion() {}

  public static String current() {
    var properties = new Properties();
    try (var file = ConnectorVersion.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The plugin's jar lacks " + FILE + ": build it again.");
      }
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
