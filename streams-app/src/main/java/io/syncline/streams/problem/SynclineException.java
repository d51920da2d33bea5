package io.syncline.streams.problem;

import org.jspecify.annotations.Nullable;

/** A failure that a caller is told about: the root of all of ours that reach HTTP. */
public class SynclineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /**
   * @param detail what is wrong this time and what would mend it, without the contents of records
   */
  public SynclineException(ErrorCode code, String detail) {
    this(code, detail, null);
  }

  /**
   * @param detail what is wrong this time and what would mend it, without the contents of records
   */
  public SynclineException(ErrorCode code, String detail, @Nullable Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  /** What kind of failure it is. */
  public ErrorCode code() {
    return code;
  }
}
