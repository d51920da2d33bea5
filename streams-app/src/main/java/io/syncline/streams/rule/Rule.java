package io.syncline.streams.rule;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Violation;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A judgement on the canonical fields of one record. */
public interface Rule {

  /** Its name, the same wherever it is counted or listed. */
  String name();

  /** The canonical field it is about; empty when it is about the record as a whole. */
  Optional<String> field();

  /** Whether it asks for more than the field that it is about. */
  default boolean isOverSeveralFields() {
    return field().isEmpty();
  }

  /** What becomes of a record that breaks it. */
  Severity severity();

  /**
   * What is wrong and what would mend it; empty when the record keeps the rule. Never holds a value
   * of the record.
   */
  Optional<String> complaint(SpecificRecord fields);

  /** The violation, when a record breaks the rule; of one without fields there is none. */
  default Optional<Violation> judge(MappedRecord record) {
    return record.getFields().flatMap(fields -> check((SpecificRecord) fields));
  }

  /** The violation, when fields break the rule. */
  default Optional<Violation> check(SpecificRecord fields) {
    return complaint(fields).map(message -> new Violation(name(), field().orElse(null), message));
  }
}
