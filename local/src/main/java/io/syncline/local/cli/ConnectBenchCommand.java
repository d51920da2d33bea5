package io.syncline.local.cli;

import io.syncline.local.bench.BenchPlan;
import io.syncline.local.bench.BenchPlan.Part;
import io.syncline.local.bench.ConnectBench;
import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.ReportJson;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.terminal.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./syncline bench connect}. */
@Command(
    name = "connect",
    description =
        "Our JDBC connectors beside bare reads and writes of the same table. Compare the ratios, not the figures.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ConnectBenchCommand implements Callable<Integer> {

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "Rows of the table. Default: ${DEFAULT-VALUE}.")
  private long rows;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often to measure; the median counts. Default: ${DEFAULT-VALUE}.")
  private int repeats;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "Measure only source, sink or detection. May be repeated.")
  private Set<Part> only = EnumSet.noneOf(Part.class);

  @Option(
      names = "--source-setting",
      paramLabel = "KEY=VALUE",
      description = "Setting of the source connector to try. May be repeated.")
  private Map<String, String> sourceSettings = new TreeMap<>();

  @Option(
      names = "--sink-setting",
      paramLabel = "KEY=VALUE",
      description = "The same for the sink connector.")
  private Map<String, String> sinkSettings = new TreeMap<>();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report there as JSON, too.")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Screen screen = Screen.standardOutput(System.getenv());
    ConnectBench bench = new ConnectBench(plan(), screen);
    try (Platform platform =
        new PlatformScreen(screen).start(ConnectBench.platform(Checkout.find()))) {
      BenchReport report = bench.run(platform);
      ReportScreen.show(report, screen);
      if (json != null) {
        ReportJson.write(report, json);
      }
      return 0;
    }
  }

  private BenchPlan plan() {
    if (rows < 1 || repeats < 1) {
      throw new ParameterException(spec.commandLine(), "--rows and --repeats must be 1 or more");
    }
    if (json != null && !Files.isWritable(json.toAbsolutePath().getParent())) {
      throw new ParameterException(spec.commandLine(), "--json cannot be written: " + json);
    }
    Set<Part> parts = only.isEmpty() ? EnumSet.allOf(Part.class) : only;
    return new BenchPlan(rows, repeats, parts, sourceSettings, sinkSettings);
  }
}
