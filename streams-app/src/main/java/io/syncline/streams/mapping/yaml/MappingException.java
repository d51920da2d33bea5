package io.syncline.streams.mapping.yaml;

/** A fault in a mapping file: the message names the place and what would mend it. */
public final class MappingException extends RuntimeException {

  public MappingException(String message) {
    super(message);
  }

  public MappingException(String message, Throwable cause) {
    super(message, cause);
  }
}
