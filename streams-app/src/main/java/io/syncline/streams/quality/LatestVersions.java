package io.syncline.streams.quality;

import io.syncline.schemas.LatestVersion;
import io.syncline.schemas.MappedRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** What the source stage remembers of each row. */
record LatestVersions(KeyValueStore<String, LatestVersion> store) {

  /** Whether a newer version of a record's row has come. */
  boolean knowNewerThan(MappedRecord record) {
    var key = record.getSource();
    var table = record.getCoordinates().getTopic().split("\\.", 3)[2];
    var latest = store.get(key.getSource() + "/" + table + "/" + key.getKey());
    return latest != null && latest.getVersion() > record.getVersion();
  }
}
