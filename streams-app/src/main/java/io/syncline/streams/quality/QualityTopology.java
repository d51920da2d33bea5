package io.syncline.streams.quality;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Rejection;
import io.syncline.streams.kafka.Fork;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The quality stage: mapped records in; those that pass, and the rejections of the others, out. */
public final class QualityTopology {

  /** What leaves the stage. */
  public record Output(
      KStream<String, MappedRecord> passed, KStream<String, Rejection> rejections) {}

  public Output build(KStream<String, MappedRecord> mapped) {
    KStream<String, SpecificRecord> judged =
        mapped.mapValues(QualityTopology::judge, Named.as("quality.judge-record"));
    return new Output(
        Fork.take(judged, MappedRecord.class, "quality.take-passed"),
        Fork.take(judged, Rejection.class, "quality.take-rejections"));
  }

  private static SpecificRecord judge(MappedRecord record) {
    var verdict = Verdict.of(record);
    return verdict.passes() ? verdict.passed() : verdict.rejection();
  }
}
