package io.syncline.streams.mapping;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.mapping.meet.MeetTopology;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The mapping stage: rows in, records in canonical fields out, keyed by source key. */
public final class MappingTopology {

  /**
   * What leaves the stage.
   *
   * @param records what was mapped
   * @param rows what became of rows that are no record: rejections, and those that are only joined
   */
  public record Output(
      KStream<String, MappedRecord> records, KStream<String, SpecificRecord> rows) {}

  private final AvroSerdes serdes;
  private final Mappings mappings;
  private final int partitions;
  private final String application;

  /**
   * @param application id of the application, which begins the names of its own topics
   */
  public MappingTopology(AvroSerdes serdes, Mappings mappings, int partitions, String application) {
    this.serdes = serdes;
    this.mappings = mappings;
    this.partitions = partitions;
    this.application = application;
  }

  /**
   * @param unreadable what the source stage refused
   */
  public Output build(KStream<String, SourceRow> rows, KStream<String, Rejection> unreadable) {
    var records = rows.flatMap((key, row) -> map(row), Named.as("mapping.map-row"));
    // Nobody pays for joins that nobody declares.
    if (mappings.joined().isEmpty()) {
      return new Output(records, Fork.widen(unreadable));
    }
    var joined = new MeetTopology(serdes, partitions, application, mappings.joined()).build(rows);
    return new Output(
        records.merge(joined.records(), Named.as("mapping.merge-records")),
        Fork.widen(unreadable)
            .merge(Fork.widen(joined.refused()), Named.as("mapping.merge-rejections"))
            .merge(Fork.widen(joined.readable()), Named.as("mapping.merge-readable")));
  }

  private List<KeyValue<String, MappedRecord>> map(SourceRow row) {
    return mappings.of(row.source()).stream()
        .flatMap(mapping -> mapping.map(row).stream())
        .map(record -> KeyValue.pair(SourceKeys.text(record.getSource()), record))
        .toList();
  }
}
