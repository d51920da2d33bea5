package io.syncline.local.trickle;

import io.syncline.local.crm.Database;
import io.syncline.local.trickle.Change.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A day's work in both CRMs at high speed, watched in every target. */
public final class Trickle {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Database north;
  private final Database south;
  private final List<Database> targets;
  private final long seed;
  private final Duration limit;

  public Trickle(Database north, Database south, List<Database> targets, long seed) {
    this(north, south, targets, seed, LIMIT);
  }

  /**
   * @param limit how long a target may take before a change counts as missing
   */
  Trickle(Database north, Database south, List<Database> targets, long seed, Duration limit) {
    this.north = north;
    this.south = south;
    this.targets = targets;
    this.seed = seed;
    this.limit = limit;
  }

  /**
   * Makes the changes one after the other and waits until each target has shown them all, or the
   * limit has passed. The targets should have caught up before: a row not yet there cannot be seen
   * to go.
   *
   * @param pause between two changes
   */
  public TrickleReport run(int changes, Duration pause) throws SQLException, InterruptedException {
    List<TargetWatch> watches = new ArrayList<>();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      for (Database target : targets) {
        watches.add(new TargetWatch(target, limit));
      }
      List<Future<TargetDelays>> delays = watches.stream().map(threads::submit).toList();
      Map<Kind, Integer> made = change(changes, pause, watches);
      watches.forEach(TargetWatch::allMade);
      return report(made, delays);
    } finally {
      threads.shutdownNow();
      for (TargetWatch watch : watches) {
        watch.close();
      }
    }
  }

  private Map<Kind, Integer> change(int changes, Duration pause, List<TargetWatch> watches)
      throws SQLException, InterruptedException {
    Map<Kind, Integer> made = new EnumMap<>(Kind.class);
    try (Connection northern = open(north);
        Connection southern = open(south)) {
      Shifts shifts = shifts(northern, southern);
      for (int i = 0; i < changes; i++) {
        Shifts.Done done = shifts.next();
        commit(done, watches);
        made.merge(done.change().kind(), 1, Integer::sum);
        Thread.sleep(pause.toMillis());
      }
    }
    return made;
  }

  private static void commit(Shifts.Done done, List<TargetWatch> watches) throws SQLException {
    List<TargetWatch> telling = new ArrayList<>();
    for (TargetWatch watch : watches) {
      if (watch.showsAlready(done.change())) {
        watch.giveUp(done.change());
      } else {
        telling.add(watch);
      }
    }
    long committed = done.by().commit();
    telling.forEach(watch -> watch.expect(done.change(), committed));
  }

  private Shifts shifts(Connection northern, Connection southern) throws SQLException {
    Shared shared = Shared.by(northern, southern);
    // Not from the seed: a second run must not make the marks of the first.
    String run = UUID.randomUUID().toString().substring(0, 8);
    return new Shifts(
        new Desk(new Crm(northern), DeskSql.north(), shared, "n" + run, seed),
        new Desk(new Crm(southern), DeskSql.south(), shared, "s" + run, seed + 1),
        seed);
  }

  private static Connection open(Database crm) throws SQLException {
    Connection connection = crm.open();
    connection.setAutoCommit(false);
    return connection;
  }

  private static TrickleReport report(Map<Kind, Integer> made, List<Future<TargetDelays>> delays)
      throws InterruptedException, SQLException {
    List<TargetDelays> targets = new ArrayList<>();
    for (Future<TargetDelays> delay : delays) {
      try {
        targets.add(delay.get());
      } catch (ExecutionException e) {
        throw new SQLException("A target could not be watched", e.getCause());
      }
    }
    return new TrickleReport(
        made.getOrDefault(Kind.INSERT, 0),
        made.getOrDefault(Kind.UPDATE, 0),
        made.getOrDefault(Kind.DELETE, 0),
        targets);
  }
}
