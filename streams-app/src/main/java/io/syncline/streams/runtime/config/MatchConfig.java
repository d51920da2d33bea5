package io.syncline.streams.runtime.config;

import static io.syncline.streams.runtime.config.ConfigException.require;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What makes two records the same.
 *
 * @param match file of match rules; blank for those that come with the application
 */
@Context
@ConfigurationProperties("syncline")
public record MatchConfig(@Bindable(defaultValue = "") String match) {

  public MatchConfig {
    match = match.strip();
    require(
        match.isEmpty() || Files.isReadable(Path.of(match)),
        "syncline.match",
        "'%s' cannot be read; leave it out for the rules that come with the application"
            .formatted(match));
  }

  /** The file of match rules. */
  public Optional<Path> file() {
    return Optional.of(match).filter(file -> !file.isEmpty()).map(Path::of);
  }
}
