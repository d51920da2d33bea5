package io.syncline.local.trickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.check.FilledTarget;
import io.syncline.local.check.SqlExpectation;
import io.syncline.local.check.TargetCheck;
import io.syncline.local.crm.Database;
import io.syncline.local.crm.DatabaseServers;
import io.syncline.local.crm.GeneratedCrm;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrickleIT {

  private static final Database NORTH = DatabaseServers.postgres("north");
  private static final Database SOUTH = DatabaseServers.mariadb("south");
  private static final Database WAREHOUSE = DatabaseServers.postgres("warehouse");
  private static final Database WEBSHOP = DatabaseServers.mariadb("webshop");

  private static FilledTarget flow;

  @BeforeAll
  static void createAll() throws SQLException {
    GeneratedCrm crm = GeneratedCrm.create(NORTH, SOUTH, 100, 11);
    flow = new FilledTarget(NORTH, SOUTH, crm.truth());
    for (Database target : List.of(WAREHOUSE, WEBSHOP)) {
      FilledTarget.createTables(target);
      flow.fill(target);
    }
  }

  @Test
  void shouldSeeEveryChangeArriveInBothTargets() throws Exception {
    // Given
    flow.fill(WAREHOUSE);
    flow.fill(WEBSHOP);
    AtomicBoolean flowing = new AtomicBoolean(true);
    Thread standIn = new Thread(() -> keepFilling(flowing));
    standIn.start();
    Trickle trickle = new Trickle(NORTH, SOUTH, List.of(WAREHOUSE, WEBSHOP), 1);

    // When
    TrickleReport report = trickle.run(30, Duration.ofMillis(20));
    flowing.set(false);
    standIn.join();

    // Then
    assertThat(report.lines()).noneMatch(line -> line.contains("missing:"));
    assertThat(report.complete()).isTrue();
    assertThat(report.inserts() + report.updates() + report.deletes()).isEqualTo(30);
    assertThat(report.inserts()).isPositive();
    assertThat(report.updates()).isPositive();
    assertThat(report.deletes()).isPositive();
    assertThat(report.targets()).hasSize(2).allMatch(target -> target.seen() == 30);
    assertThat(report.targets())
        .allMatch(t -> t.p50() > 0 && t.p50() <= t.p99() && t.p99() <= t.max());
    TargetCheck check =
        new TargetCheck(
            List.of(new SqlExpectation(NORTH), new SqlExpectation(SOUTH)),
            List.of(WAREHOUSE, WEBSHOP));
    assertThat(check.runUntilEqual(Duration.ofSeconds(10)).lines())
        .noneMatch(line -> line.contains("DIFFERENT") || line.contains("differ"));
  }

  @Test
  void shouldCallMissingWhatDoesNotArrive() throws Exception {
    // Given
    Database stale = DatabaseServers.postgres("stale");
    FilledTarget.createTables(stale);
    flow.fill(stale);
    Trickle trickle = new Trickle(NORTH, SOUTH, List.of(stale), 2, Duration.ofMillis(300));

    // When
    TrickleReport report = trickle.run(20, Duration.ZERO);

    // Then
    assertThat(report.complete()).isFalse();
    assertThat(report.targets().get(0).seen()).isZero();
    assertThat(report.targets().get(0).missing()).hasSize(20);
  }

  @Test
  void shouldCallMissingADeletionFromATargetThatNeverHadTheRow() throws Exception {
    // Given
    Database empty = DatabaseServers.mariadb("empty");
    FilledTarget.createTables(empty);
    Trickle trickle = new Trickle(NORTH, SOUTH, List.of(empty), 3, Duration.ofMillis(300));

    // When
    TrickleReport report = trickle.run(20, Duration.ZERO);

    // Then
    assertThat(report.deletes()).isPositive();
    assertThat(report.targets().get(0).seen()).isZero();
    assertThat(report.targets().get(0).missing())
        .hasSize(20)
        .anyMatch(change -> change.endsWith("(it looked so before)"));
  }

  private static void keepFilling(AtomicBoolean flowing) {
    try {
      boolean last = false;
      while (!last) {
        last = !flowing.get();
        flow.fill(WAREHOUSE);
        flow.fill(WEBSHOP);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
