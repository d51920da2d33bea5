package io.syncline.local.bench.topology.flow;

import io.syncline.local.process.ChildProcess;
import java.time.Duration;

/** Time that a process has had on all cores since it started. */
public final class Cpu {

  private Cpu() {}

  public static Duration of(ChildProcess process) {
    return ProcessHandle.of(process.pid())
        .flatMap(handle -> handle.info().totalCpuDuration())
        .orElseThrow(() -> new IllegalStateException(process.name() + " has ended"));
  }
}
