package io.syncline.local.cli;

import io.syncline.local.LocalException;
import io.syncline.local.platform.folder.BuildVersions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** All commands. */
@Command(
    name = "./syncline",
    description = "Syncline on this machine: the whole platform as child processes, no containers.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      CheckCommand.class,
      MapCommand.class,
      BenchCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = SynclineCommand.Versions.class,
    sortOptions = false,
    footer = {
      "",
      "Everything listens on 127.0.0.1. Ctrl-C stops it. Logs are in .syncline/run-<time>/logs.",
      "Exit codes: 0 all is well, 1 the targets are not equal, 2 wrong arguments or files,"
          + " 3 a part failed."
    })
public final class SynclineCommand implements Runnable {

  private static final int FAULT = 3;

  @Spec private CommandSpec spec;

  /** Returns the exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new SynclineCommand())
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(SynclineCommand::report)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What shall it do?");
  }

  /** A fault of ours is a message; any other is a defect, whose trace is wanted. */
  private static int report(Exception fault, CommandLine command, ParseResult arguments) {
    if (fault instanceof LocalException) {
      command.getErr().println("\n" + command.getColorScheme().errorText(fault.getMessage()));
    } else {
      fault.printStackTrace(command.getErr());
    }
    return FAULT;
  }

  static final class Versions implements IVersionProvider {

    @Override
    public String[] getVersion() {
      BuildVersions versions = BuildVersions.read();
      return new String[] {
        "syncline " + versions.syncline(),
        "kafka %s, registry %s, postgres %s, mariadb %s, java %s"
            .formatted(
                versions.kafka(),
                versions.registry(),
                versions.postgres(),
                versions.mariaDb(),
                Runtime.version())
      };
    }
  }
}
