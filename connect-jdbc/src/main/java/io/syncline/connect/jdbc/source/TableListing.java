package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.database.TableCatalog;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.config.TopicNaming;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables that the configuration selects from those that there are. */
final class TableListing {
  private static final Logger LOG = LoggerFactory.getLogger(TableListing.class);
  private static final int NAMES_IN_MESSAGE = 20;

  private final SourceConfig config;
  private final Set<String> toldUnmatched = new HashSet<>();

  TableListing(SourceConfig config) {
    this.config = config;
  }

  List<TableId> list(Connection connection) throws SQLException {
    var tables = config.tables();
    var catalog = new TableCatalog(config.connection().dialect(), connection);
    var own = catalog.ownSchema();
    var all = new ArrayList<TableId>();
    for (var schema : tables.readsAnySchema() ? catalog.schemas() : tables.schemas(own)) {
      all.addAll(catalog.tables(schema));
    }
    var selected = all.stream().filter(table -> tables.selects(table, own)).toList();
    refuseMissing(tables.missing(selected, own), selected, all);
    refuseSharedTopics(selected);
    tables.unmatched(all).forEach(this::tellUnmatched);
    return selected;
  }

  private static void refuseMissing(
      List<String> missing, List<TableId> selected, List<TableId> all) {
    if (!missing.isEmpty() || selected.isEmpty()) {
      throw new ConnectException(
          ("Tables to read are not in the database: %s. Create them, or write table.whitelist or"
                  + " table.include.list in the database's own case; there are: %s.")
              .formatted(missing.isEmpty() ? "none is selected" : missing, names(all)));
    }
  }

  private static String names(List<TableId> tables) {
    return tables.isEmpty()
        ? "none that the user may see"
        : tables.stream()
            .limit(NAMES_IN_MESSAGE)
            .map(TableId::toString)
            .collect(Collectors.joining(", ", "", tables.size() > NAMES_IN_MESSAGE ? ", …" : ""));
  }

  private void refuseSharedTopics(List<TableId> tables) {
    var byTopic = new HashMap<String, TableId>();
    for (var table : tables) {
      var topic = config.topics().topic(table);
      var other = byTopic.put(topic, table);
      if (other != null) {
        throw new ConnectException(
            "Tables %s and %s would share topic %s. Tell them apart with %s=${schema}.${table}, or read one of them with another connector."
                .formatted(other, table, topic, TopicNaming.FORMAT));
      }
    }
  }

  private void tellUnmatched(String pattern) {
    if (toldUnmatched.add(pattern)) {
      LOG.warn("A pattern of table.include.list matches no table so far: pattern={}", pattern);
    }
  }
}
