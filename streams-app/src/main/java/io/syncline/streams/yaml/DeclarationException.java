package io.syncline.streams.yaml;

/** A fault in a file that people write: the message names the place and what would mend it. */
public final class DeclarationException extends RuntimeException {

  public DeclarationException(String message) {
    super(message);
  }

  public DeclarationException(String message, Throwable cause) {
    super(message, cause);
  }
}
