package io.syncline.streams.rule;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Violation;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A rule that other rows of the source decide: a value that no earlier record has, or a row that
 * must be there. Mapping, where these rows meet, says which records break it.
 *
 * @param reference the join whose row must be there; empty where the field's value is to be unique
 */
public record OtherRowsRule(
    String name,
    Optional<String> field,
    Severity severity,
    String message,
    Optional<String> reference)
    implements Rule {

  /** No record of the source whose key comes before has the same value in this field. */
  public static OtherRowsRule unique(String name, String field, Severity severity) {
    return new OtherRowsRule(
        name,
        Optional.of(field),
        severity,
        "another record of the source has the same value: correct it, or join the two there",
        Optional.empty());
  }

  /** Where the record names a row by this join, the row is there. */
  public static OtherRowsRule reference(
      String name, String join, Optional<String> field, Severity severity) {
    return new OtherRowsRule(
        name,
        field,
        severity,
        "names a row that is not there: correct it in the source, or wait for the row",
        Optional.of(join));
  }

  /** The same rule with another message. */
  public OtherRowsRule saying(String other) {
    return new OtherRowsRule(name, field, severity, other, reference);
  }

  /** Nothing: a record's own fields do not tell. */
  @Override
  public Optional<String> complaint(SpecificRecord fields) {
    return Optional.empty();
  }

  @Override
  public Optional<Violation> judge(MappedRecord record) {
    return record.getBroken().contains(name)
        ? Optional.of(new Violation(name, field.orElse(null), message))
        : Optional.empty();
  }
}
