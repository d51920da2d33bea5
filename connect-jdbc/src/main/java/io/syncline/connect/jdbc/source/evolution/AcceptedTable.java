package io.syncline.connect.jdbc.source.evolution;

import io.syncline.connect.jdbc.table.TableDefinition;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;

/**
 * Table as its records were last made.
 *
 * @param ignored columns left out because of how they changed
 */
record AcceptedTable(TableDefinition table, Schema key, Schema value, Set<String> ignored) {
  AcceptedTable {
    ignored = Set.copyOf(ignored);
  }
}
