package io.syncline.local.platform.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Versions that the build has written down. */
public record BuildVersions(
    String syncline, String kafka, String registry, String postgres, String mariaDb) {

  public static BuildVersions read() {
    Properties versions = new Properties();
    try (InputStream in = BuildVersions.class.getResourceAsStream("versions.properties")) {
      versions.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildVersions(
        versions.getProperty("syncline"),
        versions.getProperty("kafka"),
        versions.getProperty("registry"),
        versions.getProperty("postgres"),
        versions.getProperty("mariadb"));
  }
}
