package io.syncline.local.bench.topology.flow;

import io.syncline.local.LocalException;
import io.syncline.local.bench.topology.program.Feed;
import io.syncline.local.bench.topology.program.Settings;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Rows that lie in the source topics, not to be seen before they are released. */
public final class FeedProcess {

  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int HEAP = 256;

  private final ChildProcess process;
  private final Path gate;
  private final long rows;

  private FeedProcess(ChildProcess process, Path gate, long rows) {
    this.process = process;
    this.gate = gate;
    this.rows = rows;
  }

  /** Returns when all the rows of these groups lie there. */
  public static FeedProcess prepare(Servers servers, Groups groups, boolean products) {
    Path fed = servers.dataOf("feed-%d.fed".formatted(groups.first()));
    Path gate = servers.dataOf("feed-%d.gate".formatted(groups.first()));
    delete(fed);
    delete(gate);
    Settings settings =
        Settings.none()
            .with("broker", servers.broker().bootstrapServers())
            .with("registry", servers.registry().url())
            .with("first", groups.first())
            .with("groups", groups.count())
            .with("products", products ? 1 : 0)
            .with("fed", fed)
            .with("gate", gate);
    ChildProcess process =
        servers.run("feed", JavaCommand.withHeap(HEAP).serial(), Feed.class, settings.lines());
    process.awaitReady(LIMIT, () -> Settings.read(fed));
    return new FeedProcess(process, gate, Settings.read(fed).number("rows"));
  }

  public long rows() {
    return rows;
  }

  /** Lets the rows be seen; they are, within a few milliseconds. */
  public void release() {
    try {
      Files.createFile(gate);
    } catch (IOException e) {
      throw new LocalException("Cannot write " + gate, e);
    }
    process.awaitSuccess(LIMIT);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new LocalException("Cannot delete " + file, e);
    }
  }
}
