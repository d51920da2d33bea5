package io.syncline.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

  private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
  private static final TopicPartition SECOND = new TopicPartition("changelog", 1);

  private final RestoreProgress progress = new RestoreProgress();

  @Test
  void shouldSayHowMuchIsRestoredOfAllThatIsBeingRestored() {
    // Given
    progress.onRestoreStart(FIRST, "store", 100, 300);
    progress.onRestoreStart(SECOND, "store", 0, 50);

    // When
    progress.onBatchRestored(FIRST, "store", 149, 50);

    // Then
    assertThat(progress.sentence())
        .hasValue("State is being restored: 50 of 250 records, in 2 partitions of stores.");
  }

  @Test
  void shouldSayNothingWhenNothingIsLeft() {
    // Given
    progress.onRestoreStart(FIRST, "store", 0, 10);
    progress.onRestoreStart(SECOND, "store", 0, 10);

    // When
    progress.onRestoreEnd(FIRST, "store", 10);
    progress.onRestoreSuspended(SECOND, "store", 3);

    // Then
    assertThat(progress.sentence()).isEmpty();
  }
}
