package io.syncline.connect.jdbc.sink.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Records of the current put that are done with.
 *
 * <p>After a fault a worker delivers the very same records once more; those that were committed
 * must not be inserted, nor put aside, twice.
 */
public final class Progress {
  private final List<List<SinkRecord>> done = new ArrayList<>();

  void add(List<SinkRecord> records) {
    done.add(records);
  }

  public List<SinkRecord> remaining(Collection<SinkRecord> records) {
    if (done.isEmpty()) {
      return List.copyOf(records);
    }
    Set<SinkRecord> finished = Collections.newSetFromMap(new IdentityHashMap<>());
    done.forEach(finished::addAll);
    return records.stream().filter(record -> !finished.contains(record)).toList();
  }

  public void clear() {
    done.clear();
  }
}
