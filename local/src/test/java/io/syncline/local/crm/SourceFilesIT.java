package io.syncline.local.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The files of connect-config against the tables of the databases they are about. */
class SourceFilesIT {

  private static final Path SOURCES = Path.of("..", "connect-config", "sources");

  @Test
  void shouldNameTablesAndColumnsThatTheDemosDatabasesHave() throws Exception {
    // Given
    Database north = DatabaseServers.postgres("north");
    Database south = DatabaseServers.mariadb("south");

    // When
    GeneratedCrm.create(north, south, 20, 1);

    // Then
    shouldFit(north);
    shouldFit(south);
  }

  @Test
  @EnabledIf(
      value = "io.syncline.local.crm.SharedData#present",
      disabledReason = "../shared/data is not there")
  void shouldNameTablesAndColumnsThatThePublicDatabasesHave() throws Exception {
    // Given
    Database northwind = DatabaseServers.postgres("northwind");
    Database chinook = DatabaseServers.mariadb("chinook");

    // When
    SharedData.loadNorthwind(northwind);
    SharedData.loadChinook(chinook);

    // Then
    shouldFit(northwind);
    shouldFit(chinook);
  }

  private static void shouldFit(Database database) throws IOException, SQLException {
    Path folder = SOURCES.resolve(database.name());
    JsonNode connector = new ObjectMapper().readTree(folder.resolve("connector.json").toFile());
    JsonNode mapping = new YAMLMapper().readTree(folder.resolve("mapping.yaml").toFile());
    JsonNode config = connector.get("config");
    List<String> tables = List.of(config.get("table.whitelist").textValue().split(","));

    assertThat(mapping.get("source").textValue()).isEqualTo(database.name());
    assertThat(names(mapping.get("tables"))).containsExactlyInAnyOrderElementsOf(tables);
    for (String table : tables) {
      assertThat(columns(database, table))
          .as("columns of %s in %s", table, database.name())
          .isNotEmpty()
          .containsAll(names(mapping.get("tables").get(table)))
          .containsAll(columnsOfMode(config));
    }
  }

  private static List<String> columnsOfMode(JsonNode config) {
    return Stream.of("timestamp.column.name", "incrementing.column.name", "soft.delete.column.name")
        .filter(config::has)
        .map(key -> config.get(key).textValue())
        .toList();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> columns(Database database, String table) throws SQLException {
    Set<String> columns = new HashSet<>();
    try (Connection connection = database.open();
        ResultSet column =
            connection
                .getMetaData()
                .getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
      while (column.next()) {
        columns.add(column.getString("COLUMN_NAME"));
      }
    }
    return columns;
  }
}
