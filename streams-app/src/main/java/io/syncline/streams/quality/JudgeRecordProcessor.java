package io.syncline.streams.quality;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.LatestVersion;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.ReadableRow;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.RejectionNames;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.kafka.RuleMeters;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.rule.RuleBook;
import io.syncline.streams.rule.Severity;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Judges each record: forwards it, or its rejection, and that it is withdrawn where other rows
 * refuse what may have passed before. It is the single writer of the quarantine, so what cannot be
 * read comes this way too.
 */
final class JudgeRecordProcessor
    extends ContextualProcessor<String, SpecificRecord, String, SpecificRecord> {

  private final RuleBook rules;
  private RuleMeters meters;
  private Quarantine quarantine;
  private LatestVersions latest;

  JudgeRecordProcessor(RuleBook rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    meters = new RuleMeters(context.metrics());
    quarantine = new Quarantine(context);
    latest = new LatestVersions(StoreCatalogue.SOURCE_LATEST.in(context));
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    if (record.value() instanceof Rejection unreadable) {
      quarantine.keep(unreadable, false, now());
      context().forward(record);
    } else if (record.value() instanceof ReadableRow row) {
      clearUnreadable(row.getCoordinates(), row.getRowKey(), row.getVersion());
    } else {
      judge(record, (MappedRecord) record.value());
    }
  }

  private void judge(Record<String, SpecificRecord> record, MappedRecord mapped) {
    var verdict = Verdict.of(mapped, rules);
    count(verdict);
    clearUnreadable(mapped.getCoordinates(), mapped.getSource().getKey(), mapped.getVersion());
    if (verdict.passes() && mapped.getSuperseded()) {
      context().forward(record.withValue(verdict.superseded()));
    } else if (verdict.passes()) {
      quarantine.clear(SourceKeys.text(mapped.getSource()), mapped.getVersion());
      context().forward(record.withValue(verdict.passed()));
    } else {
      refuse(record, mapped, verdict.rejection());
      if (verdict.withdraws()) {
        withdraw(record, mapped, verdict.withdrawn());
      }
    }
  }

  private void count(Verdict verdict) {
    var key = verdict.record().getSource();
    verdict.violations().forEach(broken -> meters.count(key, broken.getRule(), Severity.REJECT));
    verdict.warnings().forEach(broken -> meters.count(key, broken.getRule(), Severity.WARN));
  }

  /** A row that can be read has nothing to do any more with one that could not. */
  private void clearUnreadable(Coordinates at, String rowKey, long version) {
    quarantine.clear(RejectionNames.ofRow(at, rowKey), version);
    quarantine.clear(RejectionNames.ofPlace(at), version);
  }

  private void refuse(
      Record<String, SpecificRecord> record, MappedRecord mapped, Rejection rejection) {
    var last = latest.of(mapped);
    if (last.filter(known -> isOvertaken(mapped, known)).isEmpty()) {
      quarantine.keep(rejection, isFirst(mapped, last), now());
    }
    context().forward(record.withValue(rejection));
  }

  /**
   * Whether a newer version has been judged already: it passed, or is in quarantine itself. Of
   * equal bytes only the first version was judged.
   */
  private static boolean isOvertaken(MappedRecord mapped, LatestVersion last) {
    return last.getSince().orElseGet(last::getVersion) > mapped.getVersion();
  }

  /** Nothing of the record stays: other rows are as they are, also for what passed before. */
  private void withdraw(
      Record<String, SpecificRecord> record, MappedRecord mapped, MappedRecord withdrawn) {
    quarantine.miss(SourceKeys.text(mapped.getSource()));
    context().forward(record.withValue(withdrawn));
  }

  /** Whether it is judged for the first time; what is joined to a row may change thereafter. */
  private static boolean isFirst(MappedRecord mapped, Optional<LatestVersion> last) {
    return mapped.getRevision() == 0 && last.filter(LatestVersion::getFirst).isPresent();
  }

  private Instant now() {
    return Instant.ofEpochMilli(context().currentSystemTimeMs());
  }
}
