package io.syncline.connect.jdbc.sink.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.sink.row.RowChange;
import io.syncline.connect.jdbc.sink.row.RowKey;
import io.syncline.connect.jdbc.sink.row.RowLayout;
import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class WaveTest {
  private static final TableId TABLE = TableId.parse("t");
  private static final RowLayout VERSIONED = layout(Optional.of(1));
  private static final RowLayout PLAIN = layout(Optional.empty());
  private static final RowLayout.Tombstone TOMBSTONE =
      new RowLayout.Tombstone(TABLE, List.of(), List.of());

  private static RowLayout layout(Optional<Integer> versionIndex) {
    var shape = new RowShape(TABLE, List.of("id"), List.of("v"), versionIndex.map(at -> "v"));
    return new RowLayout(shape, List.of(), versionIndex, List.of());
  }

  private static SinkRecord record() {
    return new SinkRecord("t", 0, null, null, null, null, 0);
  }

  private static RowChange write(RowLayout layout, String key, long version) {
    return new RowChange.Write(
        record(), new RowKey(List.of(key)), layout, new Object[] {key, version}, List.of());
  }

  private static RowChange delete(String key) {
    return new RowChange.Delete(
        record(), new RowKey(List.of(key)), TOMBSTONE, new Object[] {key}, List.of());
  }

  private static List<RowChange.Write> writes(Wave wave) {
    return wave.writes().stream().flatMap(List::stream).toList();
  }

  @Test
  void shouldLetTheLastWriteWin() {
    // Given
    var last = write(PLAIN, "a", 1);

    // When
    var waves = Wave.of(List.of(write(PLAIN, "a", 2), write(PLAIN, "b", 1), last), false);

    // Then
    assertThat(waves).hasSize(1);
    assertThat(writes(waves.get(0))).hasSize(2).contains((RowChange.Write) last);
  }

  @Test
  void shouldLetTheNewestVersionWinAndTheFirstOfEqualOnes() {
    // Given
    var newest = write(VERSIONED, "a", 3);

    // When
    var waves =
        Wave.of(
            List.of(
                write(VERSIONED, "a", 2),
                newest,
                write(VERSIONED, "a", 3),
                write(VERSIONED, "a", 1)),
            false);

    // Then
    assertThat(writes(waves.get(0))).singleElement().isSameAs(newest);
  }

  @Test
  void shouldDeleteBeforeItWritesAgain() {
    // When
    var waves =
        Wave.of(List.of(write(VERSIONED, "a", 9), delete("a"), write(VERSIONED, "a", 1)), false);

    // Then
    assertThat(waves).hasSize(1);
    assertThat(waves.get(0).deletes()).hasSize(1);
    assertThat(writes(waves.get(0))).singleElement().matches(it -> it.cells()[1].equals(1L));
  }

  @Test
  void shouldWriteNothingThatIsDeletedLater() {
    // When
    var waves = Wave.of(List.of(write(PLAIN, "a", 1), delete("a")), false);

    // Then
    assertThat(writes(waves.get(0))).isEmpty();
    assertThat(waves.get(0).deletes()).hasSize(1);
  }

  @Test
  void shouldWriteBothLayoutsOfOneKey() {
    // When
    var waves = Wave.of(List.of(write(PLAIN, "a", 1), write(VERSIONED, "a", 2)), false);

    // Then
    assertThat(waves).hasSize(2);
  }

  @Test
  void shouldKeepEveryInsert() {
    // When
    var waves = Wave.of(List.of(write(PLAIN, "a", 1), delete("a"), write(PLAIN, "a", 1)), true);

    // Then
    assertThat(waves.stream().mapToInt(wave -> writes(wave).size()).sum()).isEqualTo(2);
  }
}
