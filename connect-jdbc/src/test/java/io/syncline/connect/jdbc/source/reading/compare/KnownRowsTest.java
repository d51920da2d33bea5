package io.syncline.connect.jdbc.source.reading.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownRowsTest {
  private static final Map<String, String> TABLE = Map.of("table", "public.customers");

  private final Offsets offsets = new Offsets();

  /** Offset store that holds what was committed. */
  private static final class Offsets implements OffsetStorageReader {
    final Map<Map<String, ?>, Map<String, Object>> stored = new HashMap<>();

    void commit(SourcePoint point) {
      stored.put(point.partition(), new HashMap<>(point.offset()));
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
      return stored.get(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> all) {
      var found = new HashMap<Map<String, T>, Map<String, Object>>();
      all.forEach(partition -> found.put(partition, stored.get(partition)));
      return found;
    }
  }

  private KnownRows load() {
    return KnownRows.load(offsets, TABLE);
  }

  private static byte[] key(Object key) {
    return RowKeys.toBytes(key);
  }

  /** One pass over a table, committed; the keys of what it sent. */
  private List<String> pass(KnownRows known, Map<String, Long> table) {
    var sent = new ArrayList<String>();
    known.startPass();
    table.forEach(
        (key, digest) ->
            known
                .meet(key(key), digest)
                .ifPresent(
                    point -> {
                      offsets.commit(point);
                      sent.add(key);
                    }));
    var deleted = new ArrayList<KnownRows.Deleted>();
    do {
      deleted.clear();
      deleted.addAll(known.forgetUnmet(7));
      deleted.forEach(row -> offsets.commit(row.point()));
      deleted.forEach(row -> sent.add("-" + keyOf(row)));
    } while (deleted.size() == 7);
    return sent;
  }

  private static String keyOf(KnownRows.Deleted row) {
    return (String) RowKeys.toKey(row.key(), Schema.STRING_SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldTellExactlyWhatChangedThroughRestarts(long seed) {
    // Given
    var random = new Random(seed);
    var table = new HashMap<String, Long>();
    var before = Map.<String, Long>of();
    var known = load();

    for (var round = 0; round < 60; round++) {
      // When
      change(table, random);
      known = random.nextInt(3) == 0 ? load() : known;
      var sent = pass(known, table);

      // Then
      assertThat(sent).containsExactlyInAnyOrderElementsOf(difference(before, table));
      assertThat(known.size()).isEqualTo(table.size());
      before = Map.copyOf(table);
    }
  }

  private static void change(Map<String, Long> table, Random random) {
    if (random.nextInt(12) == 0) {
      table.clear();
    }
    for (var i = random.nextInt(500); i > 0; i--) {
      var key = "key-" + random.nextInt(2_000);
      if (random.nextInt(3) == 0) {
        table.remove(key);
      } else {
        table.put(key, random.nextLong());
      }
    }
  }

  private static Set<String> difference(Map<String, Long> before, Map<String, Long> now) {
    var difference = new HashSet<String>();
    now.forEach(
        (key, digest) -> {
          if (!digest.equals(before.get(key))) {
            difference.add(key);
          }
        });
    before.keySet().stream()
        .filter(key -> !now.containsKey(key))
        .forEach(key -> difference.add("-" + key));
    return difference;
  }

  @Test
  void shouldStoreOnlyTheBlockOfTheChange() {
    // Given
    var known = load();
    var table = new HashMap<String, Long>();
    for (var i = 0; i < 1_000; i++) {
      table.put("key-" + i, 1L);
    }
    pass(known, table);
    var before = Map.copyOf(offsets.stored);

    // When
    table.put("key-500", 2L);
    pass(known, table);

    // Then
    assertThat(before).hasSize(4);
    assertThat(offsets.stored.entrySet())
        .filteredOn(it -> !before.entrySet().contains(it))
        .hasSize(1);
  }

  @Test
  void shouldShowBlockAsItWasWhenTheRecordWasMade() {
    // Given
    var known = load();
    known.startPass();
    var first = known.meet(key("a"), 1).orElseThrow();
    var second = known.meet(key("b"), 1).orElseThrow();

    // When
    offsets.commit(first);

    // Then
    assertThat(second.partition()).isEqualTo(first.partition());
    assertThat(load().size()).isEqualTo(1);
    assertThat(load().meet(key("a"), 1)).isEmpty();
  }

  @Test
  void shouldUseRoomOfDeletedRows() {
    // Given
    var known = load();
    for (var round = 0; round < 20; round++) {

      // When
      var table = new HashMap<String, Long>();
      for (var i = 0; i < 1_000; i++) {
        table.put(round + "-" + i, 1L);
      }
      pass(known, table);
    }

    // Then
    assertThat(offsets.stored.size()).isLessThanOrEqualTo(8);
  }

  @Test
  void shouldKeepLongKeysInSmallOffsets() {
    // Given
    var known = load();
    var table = new HashMap<String, Long>();
    var random = new Random(1);
    for (var i = 0; i < 500; i++) {
      table.put(noise(random, 1_000), 1L);
    }

    // When
    pass(known, table);

    // Then
    assertThat(offsets.stored.values())
        .allSatisfy(offset -> assertThat((String) offset.get("rows")).hasSizeLessThan(64 * 1024));
    assertThat(pass(load(), table)).isEmpty();
  }

  private static String noise(Random random, int length) {
    return random
        .ints(length, ' ', '~')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void shouldFindBlocksBehindOneThatWasNotStored() {
    // Given
    var known = load();
    var table = new HashMap<String, Long>();
    for (var i = 0; i < 1_000; i++) {
      table.put("key-" + i, 1L);
    }
    pass(known, table);

    // When
    offsets.stored.remove(Map.of("table", "public.customers", "block", "1"));

    // Then
    assertThat(pass(load(), table)).hasSize(256);
    assertThat(pass(load(), table)).isEmpty();
  }

  @Test
  void shouldTakeRowOfTwoBlocksOnce() {
    // Given
    var known = load();
    known.startPass();
    offsets.commit(known.meet(key("a"), 1).orElseThrow());
    offsets.stored.put(
        Map.of("table", "public.customers", "block", "1"),
        offsets.stored.get(Map.of("table", "public.customers", "block", "0")));

    // When
    var sent = pass(load(), Map.of());

    // Then
    assertThat(sent).containsExactly("-a");
  }

  @Test
  void shouldShareSaltThroughRestarts() {
    // Given
    var known = load();
    pass(known, Map.of("a", 1L));

    // Then
    assertThat(load().digests().salt()).isEqualTo(known.digests().salt());
    assertThat(KnownRows.load(new Offsets(), TABLE).digests().salt())
        .isNotEqualTo(known.digests().salt());
  }

  @Test
  void shouldRefuseOffsetsOfAnotherForm() {
    // Given
    for (var rows : Stream.of("?", "AgAA", "AQEA").toList()) {
      offsets.stored.put(
          Map.of("table", "public.customers", "block", "0"), Map.of("rows", rows, "salt", "00"));

      // Then
      assertThatThrownBy(this::load)
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("DELETE /connectors");
    }
  }

  @Test
  void shouldShowNoKeyInLogs() {
    // When
    var point = load().meet(key("secret"), 1);

    // Then
    assertThat(point.map(SourcePoint::offset).map(Object::toString))
        .isEqualTo(Optional.of("{rows=1}"));
  }

  @Test
  void shouldRefuseKeyThatFitsInNoBlock() {
    assertThatThrownBy(() -> load().meet(key("x".repeat(40_000)), 1))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("another mode")
        .hasMessageNotContaining("xxx");
  }
}
