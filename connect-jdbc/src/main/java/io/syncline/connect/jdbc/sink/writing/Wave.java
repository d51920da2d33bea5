package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.sink.row.RowChange;
import io.syncline.connect.jdbc.sink.row.RowChange.Delete;
import io.syncline.connect.jdbc.sink.row.RowChange.Write;
import io.syncline.connect.jdbc.sink.row.RowKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes that end the same when all deletes are done before all writes.
 *
 * <p>That lets a database take them in batches. A key has at most one delete and one write here: a
 * write is dropped when a delete follows, or a write that wins over it. Where that does not hold, a
 * new wave begins; waves are done one after the other.
 */
final class Wave {
  private final Map<RowKey, Delete> deletes = new LinkedHashMap<>();
  private final Map<RowKey, Write> writes = new LinkedHashMap<>();

  private Wave() {}

  static List<Wave> of(List<RowChange> changes, boolean everyWriteCounts) {
    var waves = new ArrayList<Wave>();
    var current = new Wave();
    for (var change : changes) {
      if (current.needsNextFor(change, everyWriteCounts)) {
        waves.add(current);
        current = new Wave();
      }
      current.add(change);
    }
    waves.add(current);
    return waves;
  }

  private boolean needsNextFor(RowChange change, boolean everyWriteCounts) {
    var earlier = writes.get(change.key());
    if (earlier == null) {
      return false;
    }
    // Rows of two layouts have two sets of columns: both must be written.
    return everyWriteCounts
        || (change instanceof Write write && write.layout() != earlier.layout());
  }

  private void add(RowChange change) {
    if (change instanceof Delete delete) {
      writes.remove(delete.key());
      deletes.put(delete.key(), delete);
    } else if (change instanceof Write write) {
      writes.merge(write.key(), write, (old, next) -> next.supersedes(old) ? next : old);
    }
  }

  Collection<Delete> deletes() {
    return deletes.values();
  }

  /** The writes in order, those together that one statement can take. */
  List<List<Write>> writes() {
    var groups = new ArrayList<List<Write>>();
    for (var write : writes.values()) {
      var last = groups.isEmpty() ? List.<Write>of() : groups.get(groups.size() - 1);
      if (last.isEmpty() || last.get(0).layout() != write.layout()) {
        last = new ArrayList<>();
        groups.add(last);
      }
      last.add(write);
    }
    return groups;
  }
}
