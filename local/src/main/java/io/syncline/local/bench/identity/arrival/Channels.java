package io.syncline.local.bench.identity.arrival;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What is on its way, as Kafka has it: what one partition sends to another arrives in order, and
 * nothing is known of the order of anything else.
 */
final class Channels {

  /** From one partition to another. */
  final class Channel {

    private final Deque<Runnable> deliveries = new ArrayDeque<>();

    void send(Runnable delivery) {
      if (deliveries.isEmpty()) {
        waiting.add(this);
      }
      deliveries.add(delivery);
    }
  }

  private final Random random;
  private final List<Channel> waiting = new ArrayList<>();
  private long delivered;

  Channels(Random random) {
    this.random = random;
  }

  Channel open() {
    return new Channel();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  long delivered() {
    return delivered;
  }

  /** Delivers what comes next in any of the channels that are not empty. */
  void deliverOne() {
    int last = waiting.size() - 1;
    Collections.swap(waiting, random.nextInt(waiting.size()), last);
    Channel channel = waiting.get(last);
    Runnable delivery = channel.deliveries.remove();
    if (channel.deliveries.isEmpty()) {
      waiting.remove(last);
    }
    delivered++;
    delivery.run();
  }
}
