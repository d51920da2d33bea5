package io.syncline.streams.source;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Origin;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.kafka.StatefulStep;
import io.syncline.streams.kafka.StatefulStep.Stores;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The source stage: bytes in, new rows and rejections out. */
public final class SourceTopology {

  /** What leaves the stage. */
  public record Output(KStream<String, SourceRow> rows, KStream<String, Rejection> rejections) {}

  private final AvroSerdes serdes;
  private final List<String> topics;

  /**
   * @param topics the topics of every mapped table
   */
  public SourceTopology(AvroSerdes serdes, List<String> topics) {
    this.serdes = serdes;
    this.topics = topics;
  }

  /**
   * @param redriven records that were refused and are to be tried again, as they stood
   */
  public Output build(StreamsBuilder builder, KStream<String, Origin> redriven) {
    var bytes =
        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
            .withTimestampExtractor(new VersionTime())
            .withName("ingest-crm");
    var decoder = new RowDecoder(serdes.reader());
    KStream<String, Object> decoded =
        builder.stream(topics, bytes)
            .process(() -> new DecodeRowProcessor(decoder), Named.as("source.decode-row"));
    var stores = Stores.of(serdes, StoreCatalogue.SOURCE_LATEST, StoreCatalogue.SOURCE_TALLY);
    var rows =
        Fork.take(decoded, SourceRow.class, "source.take-rows")
            .process(
                new StatefulStep<>(() -> new DropKnownProcessor(true), stores),
                Named.as("source.drop-known"));
    // They were seen when they were refused, so they would be dropped as known.
    var again =
        redriven.map(
            (id, origin) -> again(decoder.decode(origin)), Named.as("source.decode-redriven"));
    return new Output(
        rows.merge(
            Fork.take(again, SourceRow.class, "source.take-redriven")
                .process(
                    new StatefulStep<>(() -> new DropKnownProcessor(false), stores),
                    Named.as("source.know-redriven")),
            Named.as("source.merge-redriven")),
        Fork.take(
            decoded.merge(again, Named.as("source.merge-decoded")),
            Rejection.class,
            "source.take-rejections"));
  }

  private static KeyValue<String, Object> again(Object decoded) {
    return KeyValue.pair(DecodeRowProcessor.keyOf(decoded), decoded);
  }
}
