package io.syncline.local.cli;

import io.syncline.local.platform.PlatformPorts;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The one port that can be asked for. */
final class PortOption {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "HTTP port of the application: this one or none. Default: 8080, or any free one.")
  private @Nullable Integer port;

  PlatformPorts ports() {
    return PlatformPorts.preferred(port == null ? OptionalInt.empty() : OptionalInt.of(port));
  }
}
