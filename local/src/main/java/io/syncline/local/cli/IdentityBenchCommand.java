package io.syncline.local.cli;

import io.syncline.local.bench.identity.IdentityBench;
import io.syncline.local.bench.identity.IdentityPlan;
import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.ReportJson;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.terminal.Screen;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./syncline bench identity}. The application's classes are on the class path of this
 * command alone: none may stand in a signature here.
 */
@Command(
    name = "identity",
    description =
        "Match rules on data sets whose truth is known: precision, recall and F1 over pairs, and"
            + " whether the order of arrival plays a part.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class IdentityBenchCommand implements Callable<Integer> {

  private static final String FEBRL = "../shared/data/febrl";
  private static final String FEBRL_TRUTH = "rec-([0-9]+)-.*";

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = {
        "Folder, each CSV file of which is a data set; or a CSV file, which may be repeated:",
        "all files are one data set then. Default: " + FEBRL + " beside the checkout."
      })
  private List<Path> data = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Match rules, over attributes.<column>. Default: those for FEBRL.")
  private @Nullable Path rules;

  @Option(
      names = "--truth",
      paramLabel = "TRUTH",
      defaultValue = FEBRL_TRUTH,
      description = {
        "Column that is equal in rows that are the same; or CSV file with pairs of their ids;",
        "or pattern of ids with a group that is equal. Default: ${DEFAULT-VALUE}."
      })
  private String truth;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      defaultValue = "",
      description = "Column of the ids. Default: the first.")
  private String idColumn;

  @Option(
      names = "--entity",
      paramLabel = "ENTITY",
      defaultValue = "customer",
      description = "Section of the rules: customer or product. Default: ${DEFAULT-VALUE}.")
  private String entity;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "200",
      description = {
        "In how many random orders the rows arrive at the application's own nodes; with 0 all are",
        "taken at once, which is quick. Default: ${DEFAULT-VALUE}."
      })
  private int orders;

  @Option(
      names = "--explain",
      paramLabel = "N",
      defaultValue = "0",
      description = "Show the N most frequent kinds of mistakes, with the rows.")
  private int explain;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report there as JSON, too.")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Screen screen = Screen.standardOutput(System.getenv());
    if (data.isEmpty()) {
      data.add(Checkout.find().root().resolve(FEBRL).normalize());
      if (!Files.isDirectory(data.get(0))) {
        screen.line("Skipped: there is no folder %s. Name another: --data".formatted(data.get(0)));
        return 0;
      }
    }
    BenchReport report = new IdentityBench(plan(), screen).run();
    ReportScreen.show(report, screen);
    if (json != null) {
      ReportJson.write(report, json);
    }
    return 0;
  }

  private IdentityPlan plan() {
    for (Path path : data) {
      if (!Files.exists(path)) {
        throw new ParameterException(spec.commandLine(), "--data is not there: " + path);
      }
    }
    if (orders < 0 || explain < 0) {
      throw new ParameterException(spec.commandLine(), "--orders and --explain must be 0 or more");
    }
    if (!Set.of("customer", "product").contains(entity)) {
      throw new ParameterException(spec.commandLine(), "--entity must be customer or product");
    }
    return new IdentityPlan(
        data, rules == null ? febrlRules() : rules, truth, idColumn, entity, orders, explain);
  }

  /** The class path of the launcher is of folders, so that the file has a path of its own. */
  private static Path febrlRules() {
    try {
      return Path.of(
          Objects.requireNonNull(IdentityBench.class.getResource("febrl.match.yaml")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
