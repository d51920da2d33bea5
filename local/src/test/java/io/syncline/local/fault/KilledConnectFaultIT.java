package io.syncline.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.local.check.Differences;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.SynclinePlatform;
import io.syncline.local.platform.connect.Connector;
import io.syncline.schemas.AvroSerdes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Promise 1 at both ends of the flow. {@code -Dsyncline.kills} says how often the worker is killed,
 * {@code -Dsyncline.seed} when, {@code -Dsyncline.boundary} who sets the boundaries of
 * transactions.
 */
@SynclinePlatform
@TestMethodOrder(OrderAnnotation.class)
class KilledConnectFaultIT {

  private static final int KILLS = Integer.getInteger("syncline.kills", 6);
  private static final long SEED = Long.getLong("syncline.seed", 7);
  private static final int DATABASE_KILLS = 2;

  /** So many that the first read of the tables is cut more than once. */
  private static final int ROWS_PER_KILL = 1500;

  private static final int RECORDS_AT_WORK = 50;

  /** Increments wait for three minutes where a range of the first reading ends without a record. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static Platform platform;
  private static Ledger ledger;
  private static List<Connector> connectors;
  private final Random random = new Random(SEED);

  @BeforeAll
  static void start(Platform running) throws SQLException {
    platform = running;
    ledger = Ledger.create(platform.database("north"), KILLS * ROWS_PER_KILL);
    connectors = Connectors.of("north", "warehouse", "webshop");
    connectors.forEach(platform.connect().api()::register);
  }

  @AfterAll
  static void stop() {
    connectors.forEach(connector -> platform.connect().api().delete(connector.name()));
  }

  @Test
  @Order(1)
  void shouldLoseAndRepeatNothingWhenTheWorkerIsKilledUnderLoad() throws Exception {
    // Given
    var load = LedgerLoad.on(ledger, SEED);

    // When
    for (var kill = 0; kill < KILLS; kill++) {
      awaitReading();
      pass(4000);
      platform.connect().process().kill9();
      platform.connect().restart();
    }

    // Then
    shouldHaveFollowed(load, KILLS + " kills of the worker");
  }

  @Test
  @Order(2)
  void shouldGoOnByItselfWhenTheDatabaseIsKilledUnderLoad() throws Exception {
    // Given
    var load = LedgerLoad.on(ledger, SEED + 100);

    // When
    for (var kill = 0; kill < DATABASE_KILLS; kill++) {
      pass(3000);
      platform.postgres().process().kill9();
      pass(2000);
      platform.postgres().restart();
    }

    // Then
    shouldHaveFollowed(load, DATABASE_KILLS + " kills of the database");
  }

  /** Stops the load; then topics equal tables, nothing is in a topic twice, targets equal both. */
  private static void shouldHaveFollowed(LedgerLoad load, String what) throws SQLException {
    var transactions = load.stop();
    assertThat(transactions).isGreaterThan(100);
    var records = 0L;
    for (var table : List.of("accounts", "entries", "rates")) {
      try (var journal = journal(table)) {
        var rows = ledger.rows(table);
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(Differences.between(rows, journal.rows())).as(table).isEmpty());
        // A table that is read as a whole is read again after a kill.
        assertThat(table.equals("rates") ? 0 : journal.repeats()).as("repeats: " + table).isZero();
        records += journal.records();
      }
    }
    for (var target : List.of("warehouse", "webshop")) {
      shouldHoldWhatRemains(target);
    }
    platform.requireHealthy();
    System.out.printf(
        "%s: %d transactions, %d records, no gap, no repeat%n", what, transactions, records);
  }

  private static void shouldHoldWhatRemains(String target) throws SQLException {
    for (var table : List.of("accounts", "rates")) {
      var remaining = ledger.remaining(table);
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(SQLException.class)
          .untilAsserted(
              () ->
                  assertThat(
                          Differences.between(
                              remaining, Ledger.inTarget(platform.database(target), table)))
                      .as("%s in %s", table, target)
                      .isEmpty());
    }
  }

  private static Journal journal(String table) {
    return new Journal(
        platform.broker().bootstrapServers(),
        new AvroSerdes(platform.registry().url()).reader(),
        Connectors.TOPICS + table);
  }

  /**
   * Until more is committed than the ends of aborted transactions, so that the next kill meets
   * tasks at work.
   */
  private static void awaitReading() {
    var before = committed();
    await().atMost(PATIENCE).until(() -> committed() > before + RECORDS_AT_WORK);
  }

  private static long committed() {
    try (var journal = journal("accounts")) {
      return journal.end();
    }
  }

  /** The moment of the kill is nobody's choice, so there is nothing to wait for. */
  private void pass(int longest) {
    var duration = Duration.ofMillis(random.nextInt(longest));
    await().pollDelay(duration).atMost(duration.plusSeconds(5)).until(() -> true);
  }
}
