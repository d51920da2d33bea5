package io.syncline.connect.jdbc.source;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.ConnectorRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** First reading of a table in ranges, by tasks that know of each other only what is stored. */
abstract class LoadContract {
  static final int ROWS = 3_000;
  private static final int QUIET_ROUNDS = 30;

  TestDatabase database;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void create() {
    database = createDatabase();
  }

  void createTable(String key, String keyColumns, String keyValue) {
    database.run(
        "create table orders ("
            + key
            + ", version integer not null default 1,"
            + " updated_at timestamp(6) not null default '2020-01-01 00:00:00', primary key ("
            + keyColumns
            + "))");
    database.run(
        "insert into orders (%s) values ".formatted(keyColumns)
            + String.join(
                ", ",
                IntStream.rangeClosed(1, ROWS)
                    .mapToObj(id -> "(" + keyValue.replace("#", "" + id) + ")")
                    .toList()));
  }

  static Map<String, String> settings(String mode) {
    var settings = new HashMap<String, String>();
    settings.put("mode", mode);
    settings.put("full.load.range.rows", "300");
    settings.put("batch.max.rows", "40");
    settings.put("timestamp.delay.interval.ms", "300");
    settings.put("value.fields.optional", "true");
    if (!mode.equals("incrementing")) {
      settings.put("timestamp.column.name", "updated_at");
    }
    return settings;
  }

  /** Until the topic is as the table, and a while longer. */
  void untilQuiet(ConnectorRun run) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> run.round() == 0 && versions(run.topic()).equals(table()));
    for (var quiet = 0; quiet < QUIET_ROUNDS; quiet++) {
      run.round();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "timestamp | id integer | id | #",
        "incrementing | id bigint | id | #",
        "timestamp | id varchar(40) | id | 'say \"ä\", + &=#'",
        "timestamp | a integer, b varchar(9) | a, b | # % 7, '#'"
      })
  void shouldSendEveryRowOnce(String mode, String key, String columns, String value) {
    // Given
    createTable(key, columns, value);

    // When
    try (var run = new ConnectorRun(database, settings(mode), 3).start()) {
      untilQuiet(run);

      // Then
      assertThat(run.tasks()).isEqualTo(3);
      assertThat(run.topic()).extracting(SourceRecord::key).hasSize(ROWS).doesNotHaveDuplicates();
      assertThat(run.offsets().all()).hasSize(10);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldSendEveryVersionOnceAndInOrder(long seed) {
    // Given
    createTable("id integer", "id", "#");
    var random = new Random(seed);

    // When
    try (var run = new ConnectorRun(database, settings("timestamp"), 3).start()) {
      for (var step = 0; step < 600; step++) {
        stepSomehow(run, random);
      }
      untilQuiet(run);

      // Then
      assertThat(run.topic()).extracting(LoadContract::version).doesNotHaveDuplicates();
      var versions = run.topic().stream().collect(groupingBy(SourceRecord::key));
      assertThat(versions.values()).allSatisfy(LoadContract::shouldGoUp);
    }
  }

  private void stepSomehow(ConnectorRun run, Random random) {
    var task = random.nextInt(run.tasks());
    var dice = random.nextInt(100);
    if (dice < 45) {
      run.read(task);
    } else if (dice < 80) {
      run.deliver(task);
    } else if (dice < 95) {
      database.run(
          "update orders set version = version + 1, updated_at = current_timestamp(6) where id ="
              + (1 + random.nextInt(ROWS)));
    } else if (dice < 97) {
      database.run(
          "insert into orders (id, updated_at) select max(id) + 1, current_timestamp(6)"
              + " from orders");
    } else if (dice < 99) {
      run.killTask(task);
    } else {
      run.killWorker();
    }
  }

  private static List<Object> version(SourceRecord record) {
    return List.of(record.key(), ((Struct) record.value()).get("version"));
  }

  private static void shouldGoUp(List<SourceRecord> records) {
    assertThat(records).extracting(record -> (int) version(record).get(1)).isSorted();
  }

  /** How often each version stands last under a key. */
  private static Map<String, Long> versions(List<SourceRecord> records) {
    var latest =
        records.stream()
            .collect(toMap(SourceRecord::key, LoadContract::version, (older, newer) -> newer));
    return latest.values().stream()
        .collect(groupingBy(version -> version.get(1).toString(), counting()));
  }

  private Map<String, Long> table() {
    return database.rows("select version, count(*) from orders group by version").stream()
        .map(row -> row.split("\\|"))
        .collect(toMap(row -> row[0], row -> Long.valueOf(row[1])));
  }

  @Test
  void shouldGoOnInTheMiddleOfEveryRange() {
    // Given
    createTable("id integer", "id", "#");
    try (var run = new ConnectorRun(database, settings("timestamp"), 4).start()) {
      for (var i = 0; i < 5; i++) {
        run.round();
      }
      var before = new HashSet<>(run.topic().stream().map(SourceRecord::key).toList());
      assertThat(before).hasSizeBetween(100, ROWS - 100);

      // When
      run.killWorker();
      untilQuiet(run);

      // Then
      assertThat(run.topic()).extracting(SourceRecord::key).hasSize(ROWS).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldNotOvertakeWhatIsOnItsWay() {
    // Given
    createTable("id integer", "id", "#");
    var settings = settings("timestamp");
    settings.put("full.load.range.rows", "" + ROWS / 2);
    settings.put("batch.max.rows", "" + ROWS / 4);
    try (var run = new ConnectorRun(database, settings, 2).start()) {
      run.read(1);
      run.deliver(1);
      rounds(run, 0);
      assertThat(run.topic()).as("all of one range, and a page").hasSizeBetween(ROWS / 2, ROWS - 1);
      run.read(1);
      run.read(1);
      database.run("update orders set version = 2, updated_at = current_timestamp(6)");

      // When
      rounds(run, 0);
      run.deliver(1);
      run.deliver(1);
      untilQuiet(run);

      // Then
      var versions = run.topic().stream().collect(groupingBy(SourceRecord::key));
      assertThat(versions.values()).allSatisfy(LoadContract::shouldGoUp);
    }
  }

  /** Reads and delivers with one task alone. */
  private static void rounds(ConnectorRun run, int task) {
    for (var i = 0; i < QUIET_ROUNDS; i++) {
      run.read(task);
      run.deliver(task);
    }
  }

  @Test
  void shouldWaitForTheTaskThatBegins() {
    // Given
    createTable("id integer", "id", "#");
    try (var run = new ConnectorRun(database, settings("timestamp"), 2).start()) {

      // When
      rounds(run, 0);
      assertThat(run.topic()).isEmpty();
      run.read(1);
      run.deliver(1);

      // Then
      rounds(run, 0);
      assertThat(run.topic()).hasSizeGreaterThan(100);
    }
  }

  @Test
  void shouldTellHowFarEachTaskIs() {
    // Given
    createTable("id integer", "id", "#");
    var table = database.schema() + ".orders";

    // When
    try (var run = new ConnectorRun(database, settings("timestamp"), 2).start()) {
      run.read(1);
      run.read(1);

      // Then: the last row of each page is left for the next
      assertThat(run.metrics(1).value("rows-read-total", table)).isEqualTo(78);
      assertThat(run.metrics(1).value("rows-behind", table)).isEqualTo(ROWS / 2 - 78);
      assertThat(run.metrics(1).value("seconds-to-end", table)).isPositive();
    }
  }

  @Test
  void shouldShareTheRangesOutToMoreTasks() {
    // Given
    createTable("id integer", "id", "#");

    // When
    try (var run = new ConnectorRun(database, settings("timestamp"), 5).start()) {
      var ranges = IntStream.range(0, 5).mapToObj(run::settings).map(it -> it.get("task.loads"));

      // Then
      assertThat(ranges.map(text -> text.substring(text.indexOf(' ') + 1)))
          .containsExactly("4,9", "0,5", "1,6", "2,7", "3,8");
    }
  }

  @Test
  void shouldLeaveSmallTableToOneTask() {
    // Given
    createTable("id integer", "id", "#");
    var settings = settings("timestamp");
    settings.put("full.load.range.rows", "" + ROWS);

    // When
    try (var run = new ConnectorRun(database, settings, 3).start()) {
      untilQuiet(run);

      // Then
      assertThat(run.tasks()).isEqualTo(1);
      assertThat(run.topic()).hasSize(ROWS);
    }
  }
}
