package io.syncline.streams.runtime.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.streams.CanonicalFixtures;
import io.syncline.streams.kafka.StoreReader.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

  /** Text order compares halves of surrogate pairs, and would put the flag before the ligature. */
  @Test
  void shouldOrderKeysAsTheStoresDo() {
    // Given
    var keys = Stream.of("z", "\uD83C\uDFC1", "a", "\uFB01", "");

    // When
    var first =
        KeyOrder.first(4, keys.map(key -> new Entry<>(key, CanonicalFixtures.aCustomer("c-1"))));

    // Then
    assertThat(first).extracting(Entry::key).containsExactly("", "a", "z", "\uFB01");
  }
}
