package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.database.TableCatalog;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.record.Naming;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;

/** Tables that the configuration selects from those that there are. */
final class TableListing {
  private static final int NAMES_IN_MESSAGE = 20;

  private final SourceConfig config;

  TableListing(SourceConfig config) {
    this.config = config;
  }

  List<TableId> list(Connection connection) throws SQLException {
    var catalog = new TableCatalog(config.connection().dialect(), connection);
    var own = catalog.ownSchema();
    var all = new ArrayList<TableId>();
    for (var schema : config.tables().schemas(own)) {
      all.addAll(catalog.tables(schema));
    }
    var selected = all.stream().filter(table -> config.tables().selects(table, own)).toList();
    refuseMissing(config.tables().missing(selected, own), selected, all);
    refuseSharedTopics(selected);
    return selected;
  }

  private static void refuseMissing(
      List<String> missing, List<TableId> selected, List<TableId> all) {
    if (!missing.isEmpty() || selected.isEmpty()) {
      throw new ConnectException(
          ("Tables to read are not in the database: %s. Create them, or write table.whitelist in"
                  + " the database's own case; there are: %s.")
              .formatted(missing.isEmpty() ? "none is selected" : missing, names(all)));
    }
  }

  private static String names(List<TableId> tables) {
    return tables.stream()
        .limit(NAMES_IN_MESSAGE)
        .map(TableId::toString)
        .collect(Collectors.joining(", ", "", tables.size() > NAMES_IN_MESSAGE ? ", …" : ""));
  }

  private void refuseSharedTopics(List<TableId> tables) {
    var byTopic = new HashMap<String, TableId>();
    for (var table : tables) {
      var topic = Naming.topic(config.records().topicPrefix(), table);
      var other = byTopic.put(topic, table);
      if (other != null) {
        throw new ConnectException(
            "Tables %s and %s would share topic %s. Read one of them with another connector."
                .formatted(other, table, topic));
      }
    }
  }
}
