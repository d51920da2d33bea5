package io.syncline.streams.survivorship;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.rule.FieldValues;
import java.util.Comparator;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A source record whose value of a field may survive.
 *
 * @param value its value, never blank
 */
public record Candidate(MappedRecord record, Object value) {

  /** The total order that decides where nothing else does. */
  static final Comparator<Candidate> BY_SOURCE_KEY =
      Comparator.comparing(candidate -> candidate.record().getSource(), SourceKeys.ORDER);

  /** The candidate that a record is for a field; none when its value is not there, or blank. */
  static Optional<Candidate> of(MappedRecord record, String field) {
    return record
        .getFields()
        .flatMap(fields -> FieldValues.of((SpecificRecord) fields, field))
        .filter(value -> !(value instanceof String text && text.isBlank()))
        .map(value -> new Candidate(record, value));
  }

  /**
   * Milliseconds since 1970, UTC: a record is as recent as the newest of the rows it is made of.
   */
  public long recency() {
    return Math.max(record.getVersion(), record.getJoinedVersion());
  }

  String source() {
    return record.getSource().getSource();
  }
}
