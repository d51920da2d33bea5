package io.syncline.streams.mapping.meet;

import io.syncline.schemas.FiledRow;
import io.syncline.schemas.ReadableRow;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.RejectionNames;
import io.syncline.schemas.SourceRow;
import io.syncline.schemas.Violation;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.mapping.expression.RowReader;
import io.syncline.streams.mapping.meet.DeclaredJoins.DeclaredJoin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Files the rows that are joined to others; forwards where each is filed, and that it can be read,
 * or the rejection of one that is not as its table was declared: its last good version stays filed.
 */
final class FileRowProcessor
    extends ContextualProcessor<String, SourceRow, String, SpecificRecord> {

  private final DeclaredJoins joins;
  private final Map<Schema, RowReader> readers = new HashMap<>();
  private KeyValueStore<String, FiledRow> filed;

  FileRowProcessor(DeclaredJoins joins) {
    this.joins = joins;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    filed = StoreCatalogue.MAPPING_FILED.in(context);
  }

  @Override
  public void process(Record<String, SourceRow> record) {
    var row = record.value();
    var known = Optional.ofNullable(filed.get(record.key()));
    if (FilingActor.isOlder(row, known)) {
      return;
    }
    var declared = joins.ofOther(row);
    var violations = violations(row, declared);
    if (violations.isEmpty()) {
      var actor = new FilingActor(declared, change -> forward(record, change.getJoinKey(), change));
      filed.put(record.key(), actor.file(row, known));
      forward(record, record.key(), readable(row));
    } else {
      var rejection = rejection(row, violations);
      forward(record, RejectionNames.of(rejection), rejection);
    }
  }

  private List<Violation> violations(SourceRow row, List<DeclaredJoin> declared) {
    var violations = new ArrayList<Violation>();
    row.value()
        .ifPresent(
            value -> {
              var table = declared.get(0).join().table();
              var reader = readers.computeIfAbsent(value.getSchema(), s -> new RowReader(table, s));
              violations.addAll(reader.violations());
              reader.read(value, violations);
            });
    return violations;
  }

  private static ReadableRow readable(SourceRow row) {
    return new ReadableRow(row.origin().getCoordinates(), row.key(), row.version());
  }

  private static Rejection rejection(SourceRow row, List<Violation> violations) {
    return Rejection.newBuilder()
        .setSource(row.source())
        .setRowKey(row.key())
        .setStage("mapping")
        .setViolations(violations)
        .setOrigin(row.origin())
        .build();
  }

  private void forward(Record<String, SourceRow> cause, String key, SpecificRecord value) {
    context().forward(cause.withKey(key).withValue(value));
  }
}
