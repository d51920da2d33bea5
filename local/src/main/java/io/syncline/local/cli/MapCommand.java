package io.syncline.local.cli;

import io.syncline.local.platform.AppTool;
import io.syncline.local.platform.SuggestionWords;
import io.syncline.local.platform.folder.Checkout;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
      name = "suggest",
      description = "Proposes a mapping for a database: each line with its confidence and reason.",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      footer = {
        "",
        "It only reads: what the tables are called, their keys, and some rows of each, of which it",
        "prints nothing but counts. It learns from the mappings of connect-config, but not from the",
        "one of the same source. Without --url the database is the one of connector.json.",
        "The password for --url is in the variable SYNCLINE_SUGGEST_PASSWORD. Exit codes: 0 it is",
        "proposed, 2 nothing can be proposed or a fault in a file, 3 the database cannot be read."
      })
  int suggest(
      @Option(
              names = "--source",
              required = true,
              paramLabel = "NAME",
              description = "Name of the source: of its folder in connect-config, if there is one.")
          String source,
      @Option(names = "--url", paramLabel = "JDBC_URL", description = "Another database.")
          @Nullable String url,
      @Option(names = "--user", paramLabel = "USER", description = "User for --url.")
          @Nullable String user,
      @Option(
              names = "--rows",
              paramLabel = "N",
              defaultValue = "200",
              description = "How many rows of each table to look at. Default: ${DEFAULT-VALUE}.")
          int rows,
      @Option(names = "--out", paramLabel = "FILE", description = "Write it there, not here.")
          @Nullable Path out)
      throws InterruptedException {
    if (rows < 0) {
      throw new ParameterException(spec.commandLine(), "--rows must be 0 or more");
    }
    Checkout checkout = Checkout.find();
    return AppTool.suggest(checkout)
        .run(new SuggestionWords(checkout, source).database(url, user).rows(rows).out(out).list());
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
