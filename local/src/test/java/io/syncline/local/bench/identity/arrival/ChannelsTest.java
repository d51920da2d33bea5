package io.syncline.local.bench.identity.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.bench.identity.arrival.Channels.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelsTest {

  @Test
  void shouldKeepTheOrderOfAChannelAlone() {
    // Given
    Set<List<String>> orders = new HashSet<>();
    Random random = new Random(4);

    // When
    for (int at = 0; at < 200; at++) {
      orders.add(delivered(random));
    }

    // Then: all ways in which two pairs can be interleaved
    assertThat(orders)
        .hasSize(6)
        .allSatisfy(order -> assertThat(order).containsSubsequence("a1", "a2"))
        .allSatisfy(order -> assertThat(order).containsSubsequence("b1", "b2"));
  }

  private static List<String> delivered(Random random) {
    Channels channels = new Channels(random);
    List<String> delivered = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      Channel channel = channels.open();
      channel.send(() -> delivered.add(name + 1));
      channel.send(() -> delivered.add(name + 2));
    }
    while (!channels.isEmpty()) {
      channels.deliverOne();
    }
    assertThat(channels.delivered()).isEqualTo(4);
    return delivered;
  }
}
