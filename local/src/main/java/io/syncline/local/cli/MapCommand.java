package io.syncline.local.cli;

import io.syncline.local.platform.AppTool;
import io.syncline.local.platform.folder.Checkout;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./syncline map}. */
@Command(
    name = "map",
    description = "Looks at mappings, without starting anything.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class MapCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What shall it do with mappings?");
  }

  @Command(
      name = "preview",
      description = "Shows the first rows of each table of a source, before and after its mapping.",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      footer = {
        "",
        "It only reads. The database is the one of connector.json, reached with the variables that",
        "the file names as $${env:...}. Exit codes: 0 it is shown, 2 a fault in the two files or a",
        "variable that is not set, 3 the database cannot be read."
      })
  int preview(
      @Option(
              names = "--source",
              required = true,
              paramLabel = "DIR",
              description = "Folder with mapping.yaml and connector.json.")
          Path source,
      @Option(
              names = "--rows",
              paramLabel = "N",
              defaultValue = "3",
              description = "How many rows of each table. Default: ${DEFAULT-VALUE}.")
          int rows)
      throws InterruptedException {
    if (rows < 1) {
      throw new ParameterException(spec.commandLine(), "--rows must be 1 or more");
    }
    return AppTool.preview(Checkout.find()).run(List.of(source.toString(), Integer.toString(rows)));
  }
}
