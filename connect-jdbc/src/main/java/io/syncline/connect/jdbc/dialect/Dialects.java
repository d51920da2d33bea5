package io.syncline.connect.jdbc.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Catalogue of the databases we speak to. */
public final class Dialects {
  private static final List<Dialect> ALL =
      List.of(new PostgresDialect(), new MariaDbDialect(), new H2Dialect());

  private Dialects() {}

  public static Optional<Dialect> forUrl(String url) {
    return ALL.stream()
        .filter(dialect -> dialect.urlPrefixes().stream().anyMatch(url::startsWith))
        .findFirst();
  }

  /** All URL prefixes, for messages. */
  public static String urlPrefixes() {
    return ALL.stream()
        .flatMap(dialect -> dialect.urlPrefixes().stream())
        .collect(Collectors.joining(", "));
  }
}
