package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.reading.page.TableReader.Next;
import io.syncline.connect.jdbc.table.TableId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Order in which a task's tables are read. */
final class Turns {
  private static final Duration SHORTEST_HOLD = Duration.ofMillis(2);
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(1);

  private final Deque<Turn> waiting = new ArrayDeque<>();
  private final Duration pause;
  private final LongSupplier nanoTime;

  /**
   * @param pause of a table that was read to its end
   */
  Turns(Duration pause, LongSupplier nanoTime) {
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /** A table's next reading. */
  static final class Turn {
    private final TableId table;
    private final TableReader reader;
    private long dueAt;

    /** Whether the table was read to its end, so that a reading sees all that changed. */
    private boolean fresh = true;

    private boolean calledMeanwhile;
    private Duration hold = SHORTEST_HOLD;

    private Turn(TableId table, TableReader reader, long dueAt) {
      this.table = table;
      this.reader = reader;
      this.dueAt = dueAt;
    }

    TableId table() {
      return table;
    }

    TableReader reader() {
      return reader;
    }
  }

  void add(TableId table, TableReader reader) {
    waiting.addLast(new Turn(table, reader, nanoTime.getAsLong()));
  }

  /** How long until a table may be read; not positive when one may be read now. */
  Duration untilNext() {
    var now = nanoTime.getAsLong();
    return waiting.stream()
        .map(turn -> Duration.ofNanos(turn.dueAt - now))
        .min(Duration::compareTo)
        .orElse(pause);
  }

  /** Takes the turn that has come, if any; it waits again {@link #after} it was read. */
  Optional<Turn> take() {
    var now = nanoTime.getAsLong();
    var found = waiting.stream().filter(turn -> turn.dueAt - now <= 0).findFirst();
    found.ifPresent(waiting::remove);
    return found;
  }

  void after(Turn turn, Next next) {
    if (next == Next.FINISHED) {
      return;
    }
    turn.fresh = next.rests();
    turn.dueAt = nanoTime.getAsLong() + rest(turn, next).toNanos();
    if (next == Next.SAME_TABLE) {
      waiting.addFirst(turn);
    } else {
      waiting.addLast(turn);
    }
  }

  private Duration rest(Turn turn, Next next) {
    if (!next.rests() || turn.calledMeanwhile) {
      turn.calledMeanwhile &= !next.rests();
      return Duration.ZERO;
    }
    if (next != Next.HELD_UP) {
      turn.hold = SHORTEST_HOLD;
      return pause;
    }
    var hold = turn.hold;
    turn.hold = shorter(hold.multipliedBy(2), LONGEST_HOLD);
    return shorter(hold, pause);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Lets the turns of these tables come now, and once more if they are being read. */
  void call(Collection<TableId> tables) {
    for (var turn : waiting) {
      if (tables.contains(turn.table)) {
        turn.reader.expectChange();
        turn.calledMeanwhile = !turn.fresh;
        turn.hold = SHORTEST_HOLD;
        turn.dueAt = nanoTime.getAsLong();
      }
    }
  }
}
