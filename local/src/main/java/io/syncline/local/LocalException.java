package io.syncline.local;

/** Fault whose message is written for the person at the terminal. */
public class LocalException extends RuntimeException {

  public LocalException(String message) {
    super(message);
  }

  public LocalException(String message, Throwable cause) {
    super(message, cause);
  }
}
