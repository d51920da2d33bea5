package io.syncline.streams.survivorship.expression;

import dev.cel.common.values.NullValue;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.survivorship.Candidate;
import io.syncline.streams.survivorship.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an expression may ask of a candidate.
 *
 * @param among all candidates, itself one of them
 */
record CandidateVariables(Candidate candidate, List<Candidate> among) {

  static final String VALUE = "value";
  static final String SOURCE = "source";
  static final String KEY = "key";
  static final String VERSION = "version";
  static final String COUNT = "count";
  static final String ATTRIBUTES = "attributes";

  /** The value of a variable: values are text, as in the expressions of mappings. */
  Optional<Object> find(String variable) {
    var record = candidate.record();
    return Optional.of(
        switch (variable) {
          case VALUE -> Values.text(candidate.value());
          case SOURCE -> record.getSource().getSource();
          case KEY -> record.getSource().getKey();
          case VERSION -> candidate.recency();
          case COUNT -> count();
          case ATTRIBUTES -> attributes();
          default -> field(variable);
        });
  }

  private long count() {
    return among.stream().filter(other -> other.value().equals(candidate.value())).count();
  }

  private Object field(String name) {
    return FieldValues.of(fields(), name).<Object>map(Values::text).orElse(NullValue.NULL_VALUE);
  }

  private Map<?, ?> attributes() {
    var attributes = fields().getSchema().getField(ATTRIBUTES);
    return (Map<?, ?>) fields().get(attributes.pos());
  }

  private SpecificRecord fields() {
    return (SpecificRecord) candidate.record().getFields().orElseThrow();
  }
}
