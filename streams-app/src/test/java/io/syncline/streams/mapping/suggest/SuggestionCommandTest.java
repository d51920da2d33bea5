package io.syncline.streams.mapping.suggest;

import static io.syncline.streams.mapping.suggest.UnmappedSource.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command that suggests a mapping reads, and how it ends where there is nothing to. */
class SuggestionCommandTest {

  @TempDir private Path folder;
  private UnmappedSource source;

  @BeforeEach
  void openTheSource() throws SQLException {
    source = new UnmappedSource(folder);
  }

  @AfterEach
  void closeTheSource() throws SQLException {
    source.close();
  }

  @Test
  void shouldReadOnlyTheTablesOfTheConnector() throws Exception {
    // Given
    source.execute(SHOP);
    source.write(
        "connector.json",
        """
        {"name": "acme", "config": {"connection.url": "${env:ACME_URL}", "table.whitelist": "kunden"}}
        """);

    // When
    var exitCode = source.run(Map.of("ACME_URL", source.url()));

    // Then
    assertThat(exitCode).isZero();
    assertThat(source.printed()).contains("from: kunden").doesNotContain("artikel");
  }

  @Test
  void shouldAskForTheAddressOfADatabaseThatHasNoConnector() {
    // When
    var exitCode = source.run(Map.of());

    // Then
    assertThat(exitCode).isEqualTo(2);
    assertThat(source.printed()).contains("has no connector.json: name the database with --url");
  }

  @Test
  void shouldSayThatNothingLooksLikeAnything() throws SQLException {
    // Given
    source.execute("create table log (at timestamp, line varchar)");

    // When
    var exitCode = source.suggest();

    // Then
    assertThat(exitCode).isEqualTo(2);
    assertThat(source.printed())
        .contains("Of 1 tables none looks like customers, products or orders");
  }

  @Test
  void shouldSayThatADatabaseCannotBeReached() {
    // When
    var exitCode = source.run(Map.of(), "url=jdbc:none://nowhere");

    // Then
    assertThat(exitCode).isEqualTo(3);
    assertThat(source.printed()).contains("The database of 'acme' cannot be read");
  }
}
