package io.syncline.streams.runtime.config;

import static io.syncline.streams.runtime.config.ConfigException.require;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which sources there are.
 *
 * @param mappings mapping files, one for each source
 */
@Context
@ConfigurationProperties("syncline")
public record MappingsConfig(@Bindable(defaultValue = "") List<String> mappings) {

  public MappingsConfig {
    mappings = mappings.stream().map(String::strip).filter(file -> !file.isEmpty()).toList();
    require(
        !mappings.isEmpty(),
        "syncline.mappings",
        "is empty; name the mapping.yaml of each source, separated by commas");
    for (var file : mappings) {
      require(
          Files.isReadable(Path.of(file)),
          "syncline.mappings",
          "'%s' cannot be read".formatted(file));
    }
  }

  /** The mapping files. */
  public List<Path> files() {
    return mappings.stream().map(Path::of).toList();
  }
}
