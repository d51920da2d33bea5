package io.syncline.streams.identity.node;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import java.util.List;
import java.util.stream.Stream;

/** Keys under which a record finds others that may be the same. */
public interface MatchKeys {

  /** The keys of a record, in order, each once; none of one that was deleted. */
  List<String> keys(MappedRecord record);

  /** What to tell the keys, when a node's record becomes this one. */
  default List<KeyChange> changes(Node before, MappedRecord record) {
    var address = before.getReport().getNode();
    var keys = keys(record);
    var gone =
        before.getKeys().stream()
            .filter(key -> !keys.contains(key))
            .map(key -> KeyChange.newBuilder().setKey(key).setNode(address).setGone(true).build());
    var come =
        keys.stream()
            .filter(key -> !before.getKeys().contains(key))
            .map(key -> KeyChange.newBuilder().setKey(key).setNode(address).build());
    return Stream.concat(gone, come).toList();
  }
}
