package io.syncline.streams.runtime;

import io.micronaut.runtime.server.EmbeddedServer;
import io.syncline.streams.runtime.config.ProcessingConfig;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.state.HostInfo;

/** The address at which other instances reach this one. */
@Singleton
public final class AdvertisedAddress {

  private final ProcessingConfig config;
  private final EmbeddedServer server;

  AdvertisedAddress(ProcessingConfig config, EmbeddedServer server) {
    this.config = config;
    this.server = server;
  }

  /** The address; the HTTP server must be bound, for its port may be the system's choice. */
  public HostInfo get() {
    return config.advertisedAddress().isEmpty()
        ? new HostInfo(server.getHost(), server.getPort())
        : HostInfo.buildFromEndpoint(config.advertisedAddress());
  }
}
