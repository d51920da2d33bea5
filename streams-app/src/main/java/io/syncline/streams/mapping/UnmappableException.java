package io.syncline.streams.mapping;

/** A value of one row that does not fit its field; becomes a violation, never leaves the stage. */
final class UnmappableException extends RuntimeException {

  UnmappableException(String message) {
    // A value of the flow, not a fault: nobody reads its stack.
    super(message, null, false, false);
  }
}
