package io.syncline.connect.jdbc.source.wakeup;

import io.syncline.connect.jdbc.table.TableId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Calls that a waiting task hears at once.
 *
 * <p>For any threads. A call that nobody waits for is kept for the next who does.
 */
public final class WakeUps {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private final Set<TableId> tables = new HashSet<>();
  private boolean stopped;

  /** Says that these tables have changed. */
  public void call(Collection<TableId> changed) {
    lock.lock();
    try {
      tables.addAll(changed);
      called.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** From now on nobody waits. */
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      called.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public boolean stopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a call, the end or the time; returns the tables that were called. */
  public Set<TableId> await(Duration longest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = longest.toNanos();
      while (tables.isEmpty() && !stopped && left > 0) {
        left = called.awaitNanos(left);
      }
      var heard = Set.copyOf(tables);
      tables.clear();
      return heard;
    } finally {
      lock.unlock();
    }
  }
}
