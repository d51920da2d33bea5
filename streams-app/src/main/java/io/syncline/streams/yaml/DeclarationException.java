package io.syncline.streams.yaml;

import java.util.List;

/** Faults in a file that people write: each message names the place and what would mend it. */
public final class DeclarationException extends RuntimeException {

  private final transient List<String> faults;

  public DeclarationException(String message) {
    super(message);
    this.faults = List.of(message);
  }

  public DeclarationException(String message, Throwable cause) {
    super(message, cause);
    this.faults = List.of(message);
  }

  DeclarationException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** The messages, in the order of the file. */
  public List<String> faults() {
    return faults;
  }
}
