package io.syncline.local.cli;

import io.syncline.local.platform.AppTool;
import io.syncline.local.platform.folder.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./syncline check}. */
@Command(
    name = "check",
    description = "Checks what describes sources and rules, without starting anything.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Every fault is told with file, line and column, and the name that was probably meant.",
      "Exit codes: 0 all is sound, 2 it is not."
    })
final class CheckCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      description =
          "Folder with mapping.yaml and connector.json, a folder of such, or a file of match or"
              + " survivorship rules. Default: all of connect-config.")
  private List<Path> paths = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Checkout checkout = Checkout.find();
    List<Path> chosen =
        paths.isEmpty()
            ? List.of(
                checkout.sources(),
                checkout.sources().resolveSibling("match.yaml"),
                checkout.sources().resolveSibling("survivorship.yaml"))
            : paths;
    return AppTool.check(checkout).run(chosen.stream().map(Path::toString).toList());
  }
}
