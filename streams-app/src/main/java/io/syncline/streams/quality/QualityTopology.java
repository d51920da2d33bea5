package io.syncline.streams.quality;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Origin;
import io.syncline.schemas.Product;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.Topics;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.kafka.StatefulStep;
import io.syncline.streams.kafka.StatefulStep.Stores;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.rule.RuleBook;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The quality stage: mapped records in; those that pass, and the rejections of the others, out.
 * What is in quarantine goes back to the source stage on request.
 */
public final class QualityTopology {

  /** What leaves the stage. */
  public record Output(
      KStream<String, MappedRecord> passed, KStream<String, Rejection> rejections) {}

  private final AvroSerdes serdes;
  private final RuleBook rules;
  private final Stores stores;

  /**
   * @param rules what the sources ask of their records beyond what holds for all
   */
  public QualityTopology(AvroSerdes serdes, RuleBook rules) {
    this.serdes = serdes;
    this.rules = rules;
    this.stores =
        Stores.of(
            serdes,
            StoreCatalogue.QUALITY_QUARANTINE,
            StoreCatalogue.QUALITY_CAUSE,
            StoreCatalogue.QUALITY_TALLY);
  }

  /** The records that are to be tried again, as they stood. */
  public KStream<String, Origin> redrive(StreamsBuilder builder) {
    var topic = Topics.REDRIVE;
    return builder.stream(
            topic.name(),
            Consumed.with(Serdes.String(), serdes.of(topic.type()))
                .withName("ingest-" + topic.name()))
        .process(
            new StatefulStep<>(RedriveProcessor::new, stores), Named.as("quality.redrive-record"));
  }

  /**
   * @param rows rejections of rows that are no record, from here on like any other, and those of
   *     such rows that can be read
   */
  public Output build(KStream<String, MappedRecord> mapped, KStream<String, SpecificRecord> rows) {
    var judged =
        Fork.widen(mapped)
            .merge(rows, Named.as("quality.merge-unreadable"))
            .process(
                new StatefulStep<>(() -> new JudgeRecordProcessor(rules), stores),
                Named.as("quality.judge-record"),
                StoreCatalogue.SOURCE_LATEST.name());
    return new Output(
        Fork.take(judged, MappedRecord.class, "quality.take-passed"),
        Fork.take(judged, Rejection.class, "quality.take-rejections"));
  }

  /** Counts what a source has more than once, from what its records have become. */
  public void countDuplicates(
      KStream<String, Customer> customers, KStream<String, Product> products) {
    var counts =
        Stores.of(serdes, StoreCatalogue.QUALITY_DUPLICATE, StoreCatalogue.QUALITY_DUPLICATE_TALLY);
    count(customers, Entity.CUSTOMER, Customer::getSources, counts);
    count(products, Entity.PRODUCT, Product::getSources, counts);
  }

  private static <V extends SpecificRecord> void count(
      KStream<String, V> records,
      Entity entity,
      Function<V, List<SourceKey>> sources,
      Stores counts) {
    records.process(
        new StatefulStep<>(() -> new CountDuplicatesProcessor<>(entity.word(), sources), counts),
        Named.as("quality.count-duplicate-" + entity.word()));
  }
}
