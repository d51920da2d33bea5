package io.syncline.streams.mapping.meet;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinNews;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.ReadableRow;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.kafka.Hop;
import io.syncline.streams.kafka.OwnTopic;
import io.syncline.streams.kafka.StatefulStep;
import io.syncline.streams.kafka.StatefulStep.Stores;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.mapping.join.JoinedEntity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** The joins of sources' own tables: rows in, records of joined rows out. */
public final class MeetTopology {

  private static final Hop<JoinChange> KEYS = new Hop<>("mapping.join-keys", JoinChange.class);
  private static final Hop<JoinNews> NEWS = new Hop<>("mapping.join-news", JoinNews.class);

  /** A record stays where its row's key bytes lead, which its name does not tell. */
  private static final StreamPartitioner<String, JoinNews> TO_THE_RECORD =
      (topic, record, news, partitions) -> Optional.of(Set.of(news.getTo().getPartition()));

  /**
   * What leaves the joins.
   *
   * @param records the records of joined rows, by source key
   * @param refused rejections of rows that cannot be joined
   * @param readable rows that can be
   */
  public record Output(
      KStream<String, MappedRecord> records,
      KStream<String, Rejection> refused,
      KStream<String, ReadableRow> readable) {}

  private final AvroSerdes serdes;
  private final int partitions;
  private final String application;
  private final DeclaredJoins joins;
  private final Stores records;

  /**
   * @param application id of the application, which begins the names of its own topics
   */
  public MeetTopology(
      AvroSerdes serdes, int partitions, String application, List<JoinedEntity> joined) {
    this.serdes = serdes;
    this.partitions = partitions;
    this.application = application;
    this.joins = new DeclaredJoins(joined);
    this.records = Stores.of(serdes, StoreCatalogue.MAPPING_JOINED);
  }

  public Output build(KStream<String, SourceRow> rows) {
    var filed =
        rows.filter((key, row) -> !joins.ofOther(row).isEmpty(), Named.as("mapping.take-others"))
            .process(
                new StatefulStep<>(
                    () -> new FileRowProcessor(joins),
                    Stores.of(serdes, StoreCatalogue.MAPPING_FILED)),
                Named.as("mapping.file-row"));
    var seeking =
        rows.filter((key, row) -> !joins.ofRecord(row).isEmpty(), Named.as("mapping.take-joined"))
            .process(this.<SourceRow>recordStep(), Named.as("mapping.seek-rows"));
    var told =
        met(filed, seeking)
            .repartition(NEWS.with(serdes, partitions).withStreamPartitioner(TO_THE_RECORD))
            .process(this.<JoinNews>recordStep(), Named.as("mapping.hear-news"));
    seekOn(Fork.take(told, JoinChange.class, "mapping.take-sought-then"));
    return new Output(
        Fork.take(
            seeking.merge(told, Named.as("mapping.merge-joined")),
            MappedRecord.class,
            "mapping.take-records"),
        Fork.take(filed, Rejection.class, "mapping.take-rejections"),
        Fork.take(filed, ReadableRow.class, "mapping.take-readable"));
  }

  /** What the join keys say to the records that seek them. */
  private KStream<String, JoinNews> met(
      KStream<String, SpecificRecord> filed, KStream<String, SpecificRecord> seeking) {
    return Fork.take(filed, JoinChange.class, "mapping.take-filed")
        .merge(
            Fork.take(seeking, JoinChange.class, "mapping.take-sought"),
            Named.as("mapping.merge-keys"))
        .repartition(KEYS.with(serdes, partitions))
        .process(
            new StatefulStep<>(
                MeetRowsProcessor::new, Stores.of(serdes, StoreCatalogue.MAPPING_JOIN_MEMBER)),
            Named.as("mapping.meet-rows"));
  }

  /**
   * What was joined may decide what is to be unique; a stream cannot name itself before it is
   * there: its topic can.
   */
  private void seekOn(KStream<String, JoinChange> changes) {
    changes.to(
        new OwnTopic<>(application, KEYS),
        Produced.with(Serdes.String(), serdes.of(JoinChange.class)).withName("mapping.seek-on"));
  }

  private <V> StatefulStep<String, V, String, SpecificRecord> recordStep() {
    var bytes = new RowBytes(serdes.reader());
    return new StatefulStep<>(() -> new JoinRecordProcessor<V>(joins, bytes), records);
  }
}
