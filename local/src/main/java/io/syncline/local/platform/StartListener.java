package io.syncline.local.platform;

import java.time.Duration;

/** Spectator of a platform that starts; called from several threads. */
@FunctionalInterface
public interface StartListener {

  void ready(String part, String address, Duration took);

  /** Nobody watches. */
  static StartListener silent() {
    return (part, address, took) -> {};
  }
}
