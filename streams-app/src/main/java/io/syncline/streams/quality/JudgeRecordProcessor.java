package io.syncline.streams.quality;

import io.syncline.schemas.MappedRecord;
import io.syncline.streams.rule.RuleBook;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Judges each record: forwards it, or its rejection. */
final class JudgeRecordProcessor
    extends ContextualProcessor<String, MappedRecord, String, SpecificRecord> {

  private final RuleBook rules;
  private RuleMeters meters;

  JudgeRecordProcessor(RuleBook rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    meters = new RuleMeters(context.metrics());
  }

  @Override
  public void process(Record<String, MappedRecord> record) {
    var verdict = Verdict.of(record.value(), rules);
    meters.count(verdict);
    context().forward(record.withValue(verdict.passes() ? verdict.passed() : verdict.rejection()));
  }
}
