package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that MariaDB orders by number, and compares as text. */
class MariaDbEnumIT {
  private static final Map<String, String> BY_TIME =
      Map.of("mode", "timestamp", "timestamp.column.name", "updated_at");

  private final TestDatabase database = Servers.mariaDb();

  @BeforeEach
  void createTable() {
    database.run(
        "create table sizes (size enum('small', 'medium)', 'large') not null,"
            + " tags set('unsigned', 'b', 'a') not null, n integer not null unique,"
            + " updated_at datetime(6) not null default '2020-01-01', primary key (size, tags))",
        "insert into sizes (size, tags, n) values"
            + " ('small', 'b', 1), ('medium)', 'a', 2), ('large', 'unsigned,a', 3)");
  }

  private SourceRun run(Map<String, String> settings) {
    return SourceRun.of(database, settings, "sizes").with("batch.max.rows", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timestamp", "timestamp+incrementing", "compare"})
  void shouldRefuseToPageByThem(String mode) {
    // Given
    var settings = new HashMap<>(Map.of("mode", mode));
    if (!mode.equals("compare")) {
      settings.put("timestamp.column.name", "updated_at");
    }

    // When
    try (var run = run(settings).start()) {
      // Then
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("Column size")
          .hasMessageContaining(database.schema() + ".sizes")
          .hasMessageContaining("ordered by number and compared as text")
          .hasMessageContaining("mode bulk");
    }
  }

  @Test
  void shouldRefuseSetAsTieBreaker() {
    // When
    try (var run =
        run(BY_TIME)
            .with("mode", "timestamp+incrementing")
            .with("incrementing.column.name", "tags")
            .start()) {
      // Then
      assertThatThrownBy(() -> run.take(1))
          .hasMessageContaining("Column tags")
          .hasMessageContaining("incrementing.column.name");
    }
  }

  @ParameterizedTest
  @CsvSource({"timestamp, updated_at, 'size,tags'", "compare, , 'tags,n'"})
  void shouldRefuseThemInQuery(String mode, String timestamp, String key) {
    // Given
    var settings = new HashMap<>(Map.of("mode", mode));
    settings.put("query", "select * from sizes");
    settings.put("query.key.columns", key);
    if (timestamp != null) {
      settings.put("timestamp.column.name", timestamp);
    }

    // When
    try (var run = run(settings).start()) {
      // Then
      assertThatThrownBy(() -> run.take(1))
          .hasMessageContaining("ordered by number and compared as text");
    }
  }

  @Test
  void shouldPageByTextOfAnyKindInQuery() {
    // Given
    database.run(
        "create table texts (a char(9), b varchar(9), updated_at datetime(6))",
        "insert into texts values ('', '', now(6)), (' 7x', '+1', now(6)), ('-.5', 'x1', now(6)),"
            + " ('abc', '1e3', now(6)), ('0', ' -', now(6))");

    // When
    try (var run =
        run(BY_TIME)
            .with("query", "select * from texts")
            .with("query.key.columns", "a,b")
            .start()) {
      // Then
      assertThat(run.take(5)).extracting(SourceRecord::key).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldPageByTheirTextInQuery() {
    // Given
    var query =
        "select cast(size as char) as size, cast(tags as char) as tags, updated_at from sizes";

    // When
    try (var run =
        run(BY_TIME).with("query", query).with("query.key.columns", "size,tags").start()) {
      // Then
      assertThat(run.take(3)).extracting(SourceRecord::key).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldReadWhereSomethingElseOrders() {
    // When
    try (var bulk = run(Map.of("mode", "bulk", "poll.interval.ms", "60000")).start();
        var byNumber =
            run(BY_TIME)
                .with("mode", "timestamp+incrementing")
                .with("incrementing.column.name", "n")
                .start()) {
      // Then
      assertThat(bulk.take(3)).extracting(SourceRecord::key).doesNotHaveDuplicates();
      assertThat(byNumber.take(3)).extracting(SourceRecord::key).doesNotHaveDuplicates();
    }
  }
}
