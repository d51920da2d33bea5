package io.syncline.local.bench.suggest;

import io.syncline.local.LocalException;
import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.RunOn;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.AppTool;
import io.syncline.local.platform.SuggestionWords;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.terminal.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Share of the fields that `./syncline map suggest` gets right. */
public final class SuggestBench {

  private static final int ROWS = 200;

  private final Checkout checkout;
  private final RunFolder run;
  private final Screen screen;
  private final boolean explain;

  /**
   * @param explain whether to show what was wrong
   */
  public SuggestBench(Checkout checkout, RunFolder run, Screen screen, boolean explain) {
    this.checkout = checkout;
    this.run = run;
    this.screen = screen;
    this.explain = explain;
  }

  /** Runs on empty servers. */
  public BenchReport run(Databases servers) throws SQLException, InterruptedException {
    List<Section> sections = new ArrayList<>();
    for (Subject subject : Subjects.developedOn()) {
      sections.add(section(subject, "developed on", servers));
    }
    for (Subject subject : Subjects.unseenAtFirst()) {
      sections.add(section(subject, "unseen at first", servers));
    }
    return new BenchReport("suggest", RunOn.here(), sections);
  }

  private Section section(Subject subject, String how, Databases servers)
      throws SQLException, InterruptedException {
    Database database = servers.create(subject);
    subject.content().load(database);
    Path folder = propose(subject, database);
    int faults = AppTool.check(checkout).run(List.of(folder.toString()), Map.of(), log());
    Marks marks =
        Marks.of(Proposal.read(folder.resolve("mapping.yaml")), RightMapping.of(subject.name()));
    if (explain && !marks.mistakes().isEmpty()) {
      screen.section(subject.title() + ": what was wrong");
      marks.mistakes().forEach(screen::line);
    }
    return new Section("%s, %s".formatted(subject.title(), how), figures(marks, faults));
  }

  /** Makes a folder as connect-config has them. */
  private Path propose(Subject subject, Database database) throws InterruptedException {
    Path folder = run.root().resolve("suggest").resolve(subject.name());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> words =
        new SuggestionWords(checkout, subject.name())
            .database(database.url(), database.user())
            .rows(ROWS)
            .out(folder.resolve("mapping.yaml"))
            .list();
    Map<String, String> password = Map.of(SuggestionWords.PASSWORD, database.password());
    if (AppTool.suggest(checkout).run(words, password, log()) != 0) {
      throw new LocalException("Nothing was proposed for %s: see %s".formatted(subject, log()));
    }
    return folder;
  }

  private Path log() {
    return run.log("suggest");
  }

  private static List<Figure> figures(Marks marks, int faults) {
    return List.of(
        ours("precision", "%", 100 * marks.precision()),
        ours("recall", "%", 100 * marks.recall()),
        ours("fields that there are", "fields", marks.wanted()),
        ours("proposed", "fields", marks.proposed()),
        ours("right", "fields", marks.right()),
        ours("tables right", "of " + marks.tables(), marks.rightTables()),
        ours("refused by check", "files", faults == 0 ? 0 : 1).withAim(Aim.atMost(0)));
  }

  private static Figure ours(String what, String unit, double value) {
    return Figure.ours(what, unit, Samples.of(value));
  }
}
