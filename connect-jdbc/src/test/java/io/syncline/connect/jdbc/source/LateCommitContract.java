package io.syncline.connect.jdbc.source;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.LateWriters;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions that commit in another order than they wrote in. */
abstract class LateCommitContract {
  private static final int QUIET_POLLS = 200;
  private static final int POLLS_PER_RESTART = 100;

  abstract TestDatabase createDatabase();

  /** Settings under which nothing may be lost. */
  abstract Map<String, String> safe();

  /** What is read, and how it is to be understood. */
  Map<String, String> selection() {
    return Map.of();
  }

  @ParameterizedTest
  @ValueSource(strings = {"incrementing", "timestamp", "timestamp+incrementing"})
  void shouldSendWhatIsCommittedLate(String mode) throws InterruptedException {
    // Given
    var database = createDatabase();
    var settings = new HashMap<>(safe());
    settings.putAll(columns(mode));
    settings.putAll(selection());

    // When
    var records = read(database, settings, true);

    // Then
    var expected = versions(database);
    assertThat(expected).hasSizeGreaterThan(60_000);
    assertThat(records).as("repeated").doesNotHaveDuplicates();
    var sent = latest(records);
    assertThat(expected.keySet().stream().filter(id -> !sent.containsKey(id)).count())
        .as("lost rows of " + expected.size())
        .isZero();
    assertThat(sent.keySet()).isEqualTo(expected.keySet());
    if (!mode.equals("incrementing")) {
      assertThat(sent).isEqualTo(expected);
    }
  }

  @Test
  void shouldLoseRowsWhenOnlyTheClockIsAsked() throws InterruptedException {
    // Given
    var database = createDatabase();
    var settings = new HashMap<>(columns("timestamp+incrementing"));
    settings.putAll(selection());
    settings.put("transaction.horizon", "clock");
    settings.put("timestamp.delay.interval.ms", "0");

    // When
    var records = read(database, settings, false);

    // Then
    assertThat(records).isNotEmpty();
    assertThat(latest(records)).isNotEqualTo(versions(database));
  }

  private static Map<String, String> columns(String mode) {
    return switch (mode) {
      case "incrementing" -> Map.of("mode", mode);
      case "timestamp" -> Map.of("mode", mode, "timestamp.column.name", "updated_at");
      default ->
          Map.of(
              "mode",
              mode,
              "timestamp.column.name",
              "updated_at",
              "incrementing.column.name",
              "id");
    };
  }

  /** A version of a row; mode incrementing need not see another one. */
  private record Version(long id, int changes) {}

  private static List<Version> read(
      TestDatabase database, Map<String, String> settings, boolean restarts)
      throws InterruptedException {
    var random = new Random(7);
    var records = new ArrayList<Version>();
    try (var writers = LateWriters.start(database, 7);
        var run = SourceRun.of(database, settings, "events").start()) {
      for (var quiet = 0; quiet < QUIET_POLLS; quiet++) {
        var polled = run.poll();
        polled.forEach(record -> records.add(version(record)));
        if (!polled.isEmpty() || !writers.done()) {
          quiet = 0;
        }
        if (restarts && !writers.done() && random.nextInt(POLLS_PER_RESTART) == 0) {
          run.restart();
        }
      }
      writers.shouldHaveSucceeded();
    }
    return records;
  }

  private static Version version(SourceRecord record) {
    var value = (Struct) record.value();
    return new Version(value.getInt64("id"), value.getInt32("changes"));
  }

  /** What was sent last of each row. */
  private static Map<Long, Version> latest(List<Version> records) {
    var latest = new HashMap<Long, Version>();
    records.forEach(version -> latest.put(version.id, version));
    return latest;
  }

  private static Map<Long, Version> versions(TestDatabase database) {
    return database.rows("select id, changes from events").stream()
        .map(row -> row.split("\\|"))
        .map(row -> new Version(Long.parseLong(row[0]), Integer.parseInt(row[1])))
        .collect(toMap(Version::id, Function.identity()));
  }
}
