package io.syncline.streams.quality;

import io.syncline.schemas.LatestVersion;
import io.syncline.schemas.MappedRecord;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** What the source stage remembers of each row. */
record LatestVersions(KeyValueStore<String, LatestVersion> store) {

  /** The last version of a record's row that could be read. */
  Optional<LatestVersion> of(MappedRecord record) {
    var key = record.getSource();
    var table = record.getCoordinates().getTopic().split("\\.", 3)[2];
    return Optional.ofNullable(store.get(key.getSource() + "/" + table + "/" + key.getKey()));
  }
}
