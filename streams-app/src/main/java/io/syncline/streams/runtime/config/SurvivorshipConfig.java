package io.syncline.streams.runtime.config;

import static io.syncline.streams.runtime.config.ConfigException.require;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which value survives where sources differ.
 *
 * @param survivorship file of survivorship rules. Empty: the most recent value survives
 */
@Context
@ConfigurationProperties("syncline")
public record SurvivorshipConfig(@Bindable(defaultValue = "") String survivorship) {

  public SurvivorshipConfig {
    survivorship = survivorship.strip();
    require(
        survivorship.isEmpty() || Files.isReadable(Path.of(survivorship)),
        "syncline.survivorship",
        "'%s' cannot be read".formatted(survivorship));
  }

  /** The file, if there is one. */
  public Optional<Path> path() {
    return Optional.of(survivorship).filter(file -> !file.isEmpty()).map(Path::of);
  }
}
