package io.syncline.local.platform.connect;

import java.util.Optional;

/**
 * What the worker says about a connector.
 *
 * @param state of the connector itself; tasks have their own
 * @param failure of the connector or of its first failed task: the first line of the trace
 */
public record ConnectorStatus(
    String name, String state, int tasks, int runningTasks, Optional<String> failure) {

  /** Whether the connector runs, has tasks, and all of them run. */
  public boolean isRunning() {
    return state.equals("RUNNING") && tasks > 0 && tasks == runningTasks;
  }
}
