package io.syncline.streams.canonical.revision;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Violation;
import io.syncline.schemas.Warning;
import java.util.List;

/** What the source records of a canonical record passed in spite of. */
public final class Warnings {

  private Warnings() {}

  /** The warnings of records that are in order already. */
  public static List<Warning> of(List<MappedRecord> records) {
    return records.stream()
        .flatMap(
            record -> record.getWarnings().stream().map(violation -> warning(record, violation)))
        .toList();
  }

  private static Warning warning(MappedRecord record, Violation violation) {
    return new Warning(
        record.getSource(),
        violation.getRule(),
        violation.getField().orElse(null),
        violation.getMessage());
  }
}
