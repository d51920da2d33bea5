package io.syncline.local.bench.identity.arrival;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** What came out of many orders of arrival, held against what came out of the first. */
public final class Orders {

  private final Outcome first;
  private final SortedMap<Long, String> differing = new TreeMap<>();
  private final Set<String> others = new HashSet<>();
  private final IntConsumer done;
  private long messages;
  private int orders;

  private Orders(Outcome first, IntConsumer done) {
    this.first = first;
    this.done = done;
    add(first);
  }

  /**
   * Takes as many orders as asked for, on all cores.
   *
   * @param arrival what comes out of an order, by its seed
   * @param count at least one
   * @param done is told how many have been taken
   */
  public static Orders of(LongFunction<Outcome> arrival, int count, IntConsumer done) {
    Orders orders = new Orders(arrival.apply(1), done);
    LongStream.rangeClosed(2, count).parallel().mapToObj(arrival).forEach(orders::add);
    return orders;
  }

  private synchronized void add(Outcome outcome) {
    if (!outcome.places().equals(first.places())) {
      differing.put(outcome.seed(), first.firstDifference(outcome).orElseThrow());
      others.add(digest(outcome));
    }
    messages += outcome.messages();
    done.accept(++orders);
  }

  /** Results are large, and may all be different: of others than the first this is kept. */
  private static String digest(Outcome outcome) {
    byte[] text = outcome.places().toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(text).toString();
  }

  public Outcome first() {
    return first;
  }

  /** How many different results there were: one, if the order plays no part. */
  public int results() {
    return 1 + others.size();
  }

  /** How many messages an order took. */
  public double messages() {
    return (double) messages / orders;
  }

  /** A line for each order of another result than the first, the lowest seed first. */
  public List<String> differences() {
    List<String> lines = new ArrayList<>();
    differing.forEach(
        (seed, record) ->
            lines.add("Seed %d: %s is not as with seed %d".formatted(seed, record, first.seed())));
    return lines;
  }
}
