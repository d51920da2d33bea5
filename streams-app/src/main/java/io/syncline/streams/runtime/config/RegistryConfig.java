package io.syncline.streams.runtime.config;

import static io.syncline.streams.runtime.config.ConfigException.require;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the schema registry is.
 *
 * @param url base address of a registry that speaks Confluent's REST API
 */
@Context
@ConfigurationProperties("syncline.registry")
public record RegistryConfig(@Bindable(defaultValue = "") String url) {

  public RegistryConfig {
    require(
        !url.isBlank(),
        "syncline.registry.url",
        "is missing; say where the schema registry is, for example http://127.0.0.1:8081");
  }
}
