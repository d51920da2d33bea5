package io.syncline.streams.mapping.preview;

import java.sql.SQLException;

/** A source's database that cannot be reached or read. */
public final class UnreadableDatabaseException extends RuntimeException {

  public UnreadableDatabaseException(String source, SQLException cause) {
    super(
        "The database of '%s' cannot be read: %s%nLook at 'connection.url', the user and its rights."
            .formatted(source, cause.getMessage()),
        cause);
  }
}
