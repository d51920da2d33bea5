package io.syncline.streams.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Canonical ids. An id is a name-based UUID of what holds its records together, so every order of
 * arrival gives the same ids, and each record's home can be computed where the record is.
 */
final class CanonicalIds {

  private CanonicalIds() {}

  /** The id of everything that has this match key. */
  static String of(String matchKey) {
    return UUID.nameUUIDFromBytes(matchKey.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
