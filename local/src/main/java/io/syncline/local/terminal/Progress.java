package io.syncline.local.terminal;

/** Display of tasks that count towards a known end. */
public interface Progress extends AutoCloseable {

  /** Shows how far a task is; the first call adds it to the display. */
  void show(String task, long done, long total);

  @Override
  void close();
}
