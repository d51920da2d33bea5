package io.syncline.streams.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it may stand in a log: every exception with its place, but without what it says where
 * that may quote a record. A parser that fails names the text, and Avro the value that does not
 * fit.
 */
public final class FaultTrace extends Exception {

  private static final long serialVersionUID = 1L;

  /** Whose exceptions name topics, places and settings, and never a value. */
  private static final List<String> DISCREET =
      List.of(
          "org.apache.kafka.",
          "io.syncline.",
          "io.confluent.",
          "org.rocksdb.",
          "java.io.",
          "java.net.",
          "java.nio.");

  private FaultTrace(Throwable fault, @Nullable Throwable cause) {
    super(text(fault), cause, false, true);
    setStackTrace(fault.getStackTrace());
  }

  /** The fault and its causes. */
  public static FaultTrace of(Throwable fault) {
    var cause = fault.getCause();
    return new FaultTrace(fault, cause == null ? null : of(cause));
  }

  private static String text(Throwable fault) {
    var type = fault.getClass().getName();
    var said = fault.getMessage();
    return said == null || !isDiscreet(fault, said) ? type : type + ": " + said;
  }

  /** Kafka's exceptions repeat what their cause says. */
  private static boolean isDiscreet(Throwable fault, String said) {
    var isOfTheMachine = fault instanceof VirtualMachineError || fault instanceof LinkageError;
    if (!isOfTheMachine && DISCREET.stream().noneMatch(fault.getClass().getName()::startsWith)) {
      return false;
    }
    for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      var below = cause.getMessage();
      if (below != null && said.contains(below) && !isDiscreet(cause, below)) {
        return false;
      }
    }
    return true;
  }
}
