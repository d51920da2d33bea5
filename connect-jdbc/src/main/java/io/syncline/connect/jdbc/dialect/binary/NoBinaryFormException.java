package io.syncline.connect.jdbc.dialect.binary;

/** Refusal of a value that only a statement can bring; not a fault of the value. */
public final class NoBinaryFormException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoBinaryFormException(Class<?> type) {
    super("no binary form for a value of " + type, null, false, false);
  }
}
