package io.syncline.streams.mapping.function;

import io.syncline.streams.mapping.value.Countries;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * What holds for a source where a row says nothing else.
 *
 * @param country ISO 3166-1 alpha-2 code; the country of telephone numbers and of money
 * @param zone where times without an offset were written
 * @param language of the names of months and days
 */
public record SourceDefaults(Optional<String> country, ZoneId zone, Locale language) {

  /** No country, UTC, and English. */
  public static final SourceDefaults NONE =
      new SourceDefaults(Optional.empty(), ZoneOffset.UTC, Locale.ENGLISH);

  /** The code of a country given by code or name; empty where there is no such country. */
  public static Optional<String> countryCode(String country) {
    return Optional.ofNullable(Countries.region(country));
  }
}
