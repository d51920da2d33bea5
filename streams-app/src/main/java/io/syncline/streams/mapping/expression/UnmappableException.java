package io.syncline.streams.mapping.expression;

/** A value of one row that does not fit its field; becomes a violation, never leaves the stage. */
public final class UnmappableException extends RuntimeException {

  public UnmappableException(String message) {
    // A value of the flow, not a fault: nobody reads its stack.
    super(message, null, false, false);
  }
}
