package io.syncline.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./syncline bench}. */
@Command(
    name = "bench",
    description = "Measures a part of Syncline, beside bare yardsticks or a known truth.",
    subcommands = {
      ConnectBenchCommand.class,
      IdentityBenchCommand.class,
      SuggestBenchCommand.class,
      TopologyBenchCommand.class
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What shall it measure?");
  }
}
