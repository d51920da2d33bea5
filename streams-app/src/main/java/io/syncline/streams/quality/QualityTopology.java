package io.syncline.streams.quality;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Rejection;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.rule.RuleBook;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The quality stage: mapped records in; those that pass, and the rejections of the others, out. */
public final class QualityTopology {

  /** What leaves the stage. */
  public record Output(
      KStream<String, MappedRecord> passed, KStream<String, Rejection> rejections) {}

  private final RuleBook rules;

  /**
   * @param rules what the sources ask of their records beyond what holds for all
   */
  public QualityTopology(RuleBook rules) {
    this.rules = rules;
  }

  public Output build(KStream<String, MappedRecord> mapped) {
    var judged =
        mapped.process(() -> new JudgeRecordProcessor(rules), Named.as("quality.judge-record"));
    return new Output(
        Fork.take(judged, MappedRecord.class, "quality.take-passed"),
        Fork.take(judged, Rejection.class, "quality.take-rejections"));
  }
}
