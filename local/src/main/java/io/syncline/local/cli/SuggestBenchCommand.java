package io.syncline.local.cli;

import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.ReportJson;
import io.syncline.local.bench.suggest.Databases;
import io.syncline.local.bench.suggest.SuggestBench;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.terminal.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./syncline bench suggest}. */
@Command(
    name = "suggest",
    description =
        "Mappings that `map suggest` proposes, on databases whose right mapping is known: share of"
            + " fields that are right.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SuggestBenchCommand implements Callable<Integer> {

  @Option(names = "--explain", description = "Show what was wrong.")
  private boolean explain;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report there as JSON, too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    Screen screen = Screen.standardOutput(System.getenv());
    Checkout checkout = Checkout.find();
    try (RunFolder run = RunFolder.create(checkout.workFolder(), Clock.systemDefaultZone());
        Databases servers = new Databases(checkout, run)) {
      BenchReport report = new SuggestBench(checkout, run, screen, explain).run(servers);
      ReportScreen.show(report, screen);
      if (json != null) {
        ReportJson.write(report, json);
      }
      return 0;
    }
  }
}
