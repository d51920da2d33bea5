package io.syncline.streams.mapping.value;

/** Why a function has no answer, in words that never hold the row's value. */
public final class FunctionException extends RuntimeException {

  public FunctionException(String message) {
    // A value of the flow, not a fault: nobody reads its stack.
    super(message, null, false, false);
  }
}
