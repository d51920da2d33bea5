package io.syncline.local.demo;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.syncline.local.check.CheckReport;
import io.syncline.local.check.SqlExpectation;
import io.syncline.local.check.TargetCheck;
import io.syncline.local.crm.Database;
import io.syncline.local.crm.GeneratedCrm;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.PlatformPlan;
import io.syncline.local.platform.PlatformPlan.Engine;
import io.syncline.local.platform.PlatformPorts;
import io.syncline.local.platform.connect.Connector;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.terminal.Screen;
import io.syncline.local.trickle.Trickle;
import io.syncline.local.trickle.TrickleReport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole flow on generated data, shown step by step, checked at the end. */
public final class Demo {

  private static final List<String> SOURCES = List.of("north", "south");
  private static final List<String> TARGETS = List.of("warehouse", "webshop");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LIVE_CHANGES = 60;
  private static final Duration BETWEEN_CHANGES = Duration.ofMillis(100);
  private static final long SEED = 42;

  private final Checkout checkout;
  private final Screen screen;
  private final int customers;

  public Demo(Checkout checkout, Screen screen, int customers) {
    this.checkout = checkout;
    this.screen = screen;
    this.customers = customers;
  }

  /** What the demo starts. */
  public PlatformPlan plan(PlatformPorts ports) {
    return PlatformPlan.of(checkout, ports)
        .withDatabase("north", Engine.POSTGRES)
        .withDatabase("south", Engine.MARIADB)
        .withDatabase("warehouse", Engine.POSTGRES)
        .withDatabase("webshop", Engine.MARIADB)
        .withApp(
            SOURCES.stream().map(checkout::source).map(s -> s.resolve("mapping.yaml")).toList());
  }

  /** Runs on the platform started from the plan; says whether the targets ended equal. */
  public boolean run(Platform platform) throws SQLException, InterruptedException {
    GeneratedCrm crm = createDatabases(platform);
    TargetCheck check = check(platform);
    try (TopicCounts counts = TopicCounts.of(platform.broker().bootstrapServers(), Stages.TOPICS)) {
      register(platform);
      load(platform, counts, crm.rows());
      showStages(new Stages(counts), catchUp(platform, check));
      changeLive(platform);
      return showCheck(check.runUntilEqual(PATIENCE));
    }
  }

  /** Says what can be done with a platform that goes on running. */
  public void showNextSteps(Platform platform) throws SQLException {
    new NextSteps(platform).print(screen);
  }

  private GeneratedCrm createDatabases(Platform platform) throws SQLException {
    screen.section("Two CRM databases that overlap");
    GeneratedCrm crm =
        GeneratedCrm.create(
            platform.database("north"), platform.database("south"), customers, SEED);
    for (String source : SOURCES) {
      screen.line("%-12s %s".formatted(source, tables(crm.rows(), source)));
    }
    return crm;
  }

  private void register(Platform platform) {
    TARGETS.forEach(name -> platform.connect().api().register(Connector.in(checkout.target(name))));
    SOURCES.forEach(name -> platform.connect().api().register(Connector.in(checkout.source(name))));
  }

  private void load(Platform platform, TopicCounts counts, Map<String, Long> rows)
      throws InterruptedException {
    screen.section("Full load");
    new FullLoad(platform, counts).watch(rows, screen);
  }

  private CheckReport catchUp(Platform platform, TargetCheck check)
      throws SQLException, InterruptedException {
    screen.section("Into the targets");
    return new CatchUp(platform, check).watch(screen);
  }

  private void showStages(Stages stages, CheckReport report) {
    screen.section("Through the stages");
    stages.lines(report).forEach(screen::line);
  }

  private void changeLive(Platform platform) throws SQLException, InterruptedException {
    screen.section("Live changes, from the commit in a source to the row in a target");
    TrickleReport report =
        new Trickle(
                platform.database("north"),
                platform.database("south"),
                databases(platform, TARGETS),
                SEED)
            .run(LIVE_CHANGES, BETWEEN_CHANGES);
    report.lines().forEach(report.complete() ? screen::line : screen::bad);
  }

  private boolean showCheck(CheckReport report) {
    screen.section("Checked: expected by SQL in the sources, actual by SQL in the targets");
    report.lines().forEach(screen::line);
    if (report.equal()) {
      screen.good("equal");
    } else {
      screen.bad("DIFFERENT: the rows above");
    }
    return report.equal();
  }

  private static TargetCheck check(Platform platform) {
    return new TargetCheck(
        databases(platform, SOURCES).stream().map(SqlExpectation::new).collect(toList()),
        databases(platform, TARGETS));
  }

  private static List<Database> databases(Platform platform, List<String> names) {
    return names.stream().map(platform::database).toList();
  }

  private static String tables(Map<String, Long> rows, String source) {
    String prefix = source + ".";
    return rows.entrySet().stream()
        .filter(table -> table.getKey().startsWith(prefix))
        .map(table -> number(table.getValue()) + " " + table.getKey().substring(prefix.length()))
        .collect(joining(", "));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
