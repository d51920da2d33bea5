package io.syncline.streams.mapping.yaml;

import java.util.List;

/** Faults in a mapping file: each message names the place and what would mend it. */
public final class MappingException extends RuntimeException {

  private final transient List<String> faults;

  public MappingException(String message) {
    super(message);
    this.faults = List.of(message);
  }

  public MappingException(String message, Throwable cause) {
    super(message, cause);
    this.faults = List.of(message);
  }

  MappingException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** The messages, in the order of the file. */
  public List<String> faults() {
    return faults;
  }
}
