package io.syncline.local.bench.yardstick;

import java.sql.SQLException;

/** Bare work that ours is compared with. */
public interface Yardstick {

  /** What a report calls it. */
  String name();

  /** Does the work once, and returns rows per second. */
  double measure() throws SQLException, InterruptedException;

  /** Rows per second since a moment of {@link System#nanoTime}. */
  static double rate(long rows, long began) {
    return rows * 1e9 / (System.nanoTime() - began);
  }
}
