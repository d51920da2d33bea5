package io.syncline.connect.jdbc.source.record;

/** Value that no field can carry; the message says why without showing it. */
final class UnfitValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitValueException(String reason) {
    super(reason);
  }
}
