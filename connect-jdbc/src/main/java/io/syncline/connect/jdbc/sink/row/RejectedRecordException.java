package io.syncline.connect.jdbc.sink.row;

import org.apache.kafka.connect.errors.DataException;

/** Refusal of one record, for a reason that lies in the record. */
public final class RejectedRecordException extends DataException {
  private static final long serialVersionUID = 1L;

  public RejectedRecordException(String reason) {
    super(reason);
  }
}
