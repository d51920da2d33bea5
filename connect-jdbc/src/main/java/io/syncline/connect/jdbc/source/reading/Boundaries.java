package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.source.reading.page.TableReader.Next;
import io.syncline.connect.jdbc.source.reading.page.TableReader.Page;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;

/**
 * Ends of the worker's transactions, where it leaves them to the connector.
 *
 * <p>A transaction holds records of one table: until it ends, no other table's turn comes.
 */
public final class Boundaries {
  private final @Nullable TransactionContext context;
  private final boolean readsAgain;
  private boolean open;

  /**
   * @param context null where the worker sets the boundaries, or knows no transactions
   * @param readsAgain whether a reading that was cut begins anew
   */
  public Boundaries(@Nullable TransactionContext context, boolean readsAgain) {
    this.context = context;
    this.readsAgain = readsAgain;
  }

  /** What follows a page that is about to be sent. */
  Next after(Page page) {
    if (context == null) {
      return page.next();
    }
    open |= !page.records().isEmpty();
    if (!page.endsWhole()) {
      return open ? Next.SAME_TABLE : page.next();
    }
    if (open) {
      context.commitTransaction();
      open = false;
    }
    return page.next();
  }

  /**
   * Ends the transaction of a reading that was cut: a transaction that waits for the database may
   * run out of its time. What will be read again is dropped; else what was read is committed, since
   * with a dropped transaction the worker commits the offsets all the same.
   */
  void cut() {
    if (context == null || !open) {
      return;
    }
    if (readsAgain) {
      context.abortTransaction();
    } else {
      context.commitTransaction();
    }
    open = false;
  }
}
