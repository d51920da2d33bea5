package io.syncline.local.platform;

import io.syncline.local.process.Ports;
import java.util.OptionalInt;

/** Ports of the children, all on 127.0.0.1. */
public record PlatformPorts(
    int http, int postgres, int mariaDb, int broker, int registry, int connect) {

  /** The usual ones as far as they are free; a given HTTP port is used or refused. */
  public static PlatformPorts preferred(OptionalInt http) {
    return new PlatformPorts(
        http.isPresent() ? Ports.exactly(http.getAsInt(), "--port") : Ports.preferring(8080),
        Ports.preferring(15432),
        Ports.preferring(13306),
        Ports.preferring(19092),
        Ports.preferring(18081),
        Ports.preferring(18083));
  }

  /** Any free ones, so that several platforms do not meet. */
  public static PlatformPorts free() {
    return new PlatformPorts(
        Ports.any(), Ports.any(), Ports.any(), Ports.any(), Ports.any(), Ports.any());
  }
}
