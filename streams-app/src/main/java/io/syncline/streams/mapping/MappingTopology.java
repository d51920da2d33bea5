package io.syncline.streams.mapping;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.SourceRow;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** The mapping stage: rows in, records in canonical fields out, keyed by source key. */
public final class MappingTopology {

  private final Mappings mappings;

  public MappingTopology(Mappings mappings) {
    this.mappings = mappings;
  }

  public KStream<String, MappedRecord> build(KStream<String, SourceRow> rows) {
    return rows.flatMap((key, row) -> map(row), Named.as("mapping.map-row"));
  }

  private List<KeyValue<String, MappedRecord>> map(SourceRow row) {
    return mappings.of(row.source()).stream()
        .flatMap(mapping -> mapping.map(row).stream())
        .map(record -> KeyValue.pair(SourceKeys.text(record.getSource()), record))
        .toList();
  }
}
