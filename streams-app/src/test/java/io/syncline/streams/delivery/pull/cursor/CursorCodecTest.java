package io.syncline.streams.delivery.pull.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.streams.delivery.pull.cursor.Cursor.Mark;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCodecTest {

  private static final Cursor CURSOR =
      new Cursor(
          Map.of(
              "canonical.customer",
              new Mark(new Uuid(1, -2), Instant.parse("2026-01-02T03:04:05.006Z")),
              "canonical.order",
              new Mark(new Uuid(Long.MAX_VALUE, 4), Instant.EPOCH)),
          Map.of(
              new TopicPartition("canonical.customer", 0), 0L,
              new TopicPartition("canonical.customer", 300), Long.MAX_VALUE,
              new TopicPartition("canonical.order", 1), 42L));

  @Test
  void shouldReadWhatItWrote() {
    // When
    var read = CursorCodec.decode(CursorCodec.encode(CURSOR));

    // Then
    assertThat(read).isEqualTo(CURSOR);
  }

  @Test
  void shouldReadTheCursorOfAReaderWhoBegins() {
    // When
    var read = CursorCodec.decode(CursorCodec.encode(Cursor.beginning()));

    // Then
    assertThat(read).isEqualTo(Cursor.beginning());
  }

  @Test
  void shouldNeedNoEscapesInAUrl() {
    assertThat(CursorCodec.encode(CURSOR)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void shouldHoldManyPartitions() {
    // Given
    var positions = new HashMap<TopicPartition, Long>();
    for (var partition = 0; partition < 500; partition++) {
      positions.put(new TopicPartition("canonical.customer", partition), Long.MAX_VALUE);
    }
    var cursor =
        new Cursor(Map.of("canonical.customer", new Mark(Uuid.ONE_UUID, Instant.EPOCH)), positions);

    // When
    var read = CursorCodec.decode(CursorCodec.encode(cursor));

    // Then
    assertThat(read).isEqualTo(cursor);
  }

  /** Of one changed bit, wherever it is, and of one lost character. */
  @Test
  void shouldNoticeEveryDamage() {
    // Given
    var bytes = Base64.getUrlDecoder().decode(CursorCodec.encode(CURSOR));

    for (var bit = 0; bit < bytes.length * 8; bit++) {
      // When
      var damaged = bytes.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);

      // Then
      shouldBeRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(damaged));
    }
    shouldBeRefused(CursorCodec.encode(CURSOR).substring(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AQ", "not a cursor", "äöü", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA"})
  void shouldRefuseWhatIsNoCursor(String text) {
    shouldBeRefused(text);
  }

  private static void shouldBeRefused(String text) {
    assertThatThrownBy(() -> CursorCodec.decode(text))
        .isInstanceOfSatisfying(
            SynclineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CURSOR_INVALID))
        .hasMessageContaining("without one you begin anew");
  }
}
