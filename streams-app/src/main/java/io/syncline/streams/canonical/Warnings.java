package io.syncline.streams.canonical;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Violation;
import io.syncline.schemas.Warning;
import java.util.List;

/** What the source records of a canonical record passed in spite of. */
final class Warnings {

  private Warnings() {}

  /** The warnings of records that are in order already. */
  static List<Warning> of(List<MappedRecord> records) {
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
