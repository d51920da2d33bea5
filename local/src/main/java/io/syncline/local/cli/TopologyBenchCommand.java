package io.syncline.local.cli;

import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.ReportJson;
import io.syncline.local.bench.topology.TopologyBench;
import io.syncline.local.bench.topology.TopologyPlan;
import io.syncline.local.bench.topology.TopologyPlan.Part;
import io.syncline.local.bench.topology.flow.Servers;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.terminal.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./syncline bench topology}. */
@Command(
    name = "topology",
    description =
        "The topology, whole and stage by stage, beside plain clients. Compare the ratios, not the figures.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TopologyBenchCommand implements Callable<Integer> {

  private static final long WARM_UP = 50_000;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "100000",
      description = {
        "Records of customers in each repeat; 10 of them are 7 clusters, with an order.",
        "Default: ${DEFAULT-VALUE}."
      })
  private long customers;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often to measure; the median counts. Default: ${DEFAULT-VALUE}.")
  private int repeats;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processing threads, 1 to 4. May be repeated. Default: 1 and 2.")
  private List<Integer> threads = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long plain clients and delays are measured. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Updates per second while delays are measured. Default: ${DEFAULT-VALUE}.")
  private int rate;

  @Option(
      names = "--hot",
      paramLabel = "N",
      defaultValue = "0",
      description = "Let N new records share one e-mail address, and measure the others' delay.")
  private long hot;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "Measure only whole, stages, delay or restore. May be repeated.")
  private Set<Part> only = EnumSet.noneOf(Part.class);

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "Keep recordings of where the application's time goes there, for JDK's jfr.")
  private @Nullable Path profile;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report there as JSON, too.")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    TopologyPlan plan = plan();
    Screen screen = Screen.standardOutput(System.getenv());
    screen.section("Broker and registry");
    try (Servers servers = Servers.start(Checkout.find())) {
      screen.aside("logs         " + servers.logs());
      BenchReport report = new TopologyBench(plan, screen).run(servers);
      ReportScreen.show(report, screen);
      if (json != null) {
        ReportJson.write(report, json);
      }
      return 0;
    }
  }

  private TopologyPlan plan() {
    require(
        customers >= 1 && repeats >= 1 && seconds >= 1 && rate >= 1,
        "--customers, --repeats, --seconds and --rate must be 1 or more");
    require(hot >= 0, "--hot must be 0 or more");
    require(threads.stream().allMatch(n -> n >= 1 && n <= 4), "--threads must be 1 to 4");
    require(
        json == null || Files.isWritable(json.toAbsolutePath().getParent()),
        "--json cannot be written: " + json);
    require(profile == null || Files.isDirectory(profile), "--profile is not a folder: " + profile);
    return new TopologyPlan(
        customers,
        Math.min(customers, WARM_UP),
        repeats,
        threads.isEmpty() ? List.of(1, 2) : threads,
        seconds,
        rate,
        hot,
        only.isEmpty() ? EnumSet.allOf(Part.class) : only,
        Optional.ofNullable(profile).map(Path::toAbsolutePath));
  }

  private void require(boolean valid, String fault) {
    if (!valid) {
      throw new ParameterException(spec.commandLine(), fault);
    }
  }
}
