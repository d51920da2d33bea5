package io.syncline.streams;

import io.syncline.streams.runtime.config.ConfigException;
import io.syncline.streams.yaml.DeclarationException;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A start that failed: what a person can mend is said in one line, anything else with its trace.
 */
final class StartFailure {

  private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);
  private static final int EXIT_CODE = 1;

  private StartFailure() {}

  /** Exit code of the process; does not return where all has been said. */
  static int exitCode(Throwable failure) {
    remedy(failure)
        .ifPresent(
            message -> {
              LOG.error("The application cannot start. {}", message);
              System.exit(EXIT_CODE);
            });
    return EXIT_CODE;
  }

  /** What a person can do about it; empty where only the trace helps. */
  static Optional<String> remedy(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(StartFailure::explainsItself)
        .map(StartFailure::message)
        .findFirst();
  }

  private static boolean explainsItself(Throwable cause) {
    return cause instanceof ConfigException
        || cause instanceof DeclarationException
        || cause instanceof BindException
        // A stage knows no configuration of the process, so it refuses its own in plain Java.
        || cause instanceof IllegalArgumentException
            && String.valueOf(cause.getMessage()).startsWith("syncline.");
  }

  private static String message(Throwable cause) {
    return cause instanceof BindException
        ? "micronaut.server.port: the port is in use; stop what uses it, or set another"
        : String.valueOf(cause.getMessage());
  }
}
