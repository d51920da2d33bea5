package io.syncline.streams.source;

import static io.syncline.streams.source.FreshnessRule.judge;
import static io.syncline.streams.source.FreshnessRule.remember;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessRuleTest {

  private static final ByteBuffer ONE = ByteBuffer.wrap(new byte[] {1});
  private static final ByteBuffer OTHER = ByteBuffer.wrap(new byte[] {2});

  @Test
  void shouldLetTheFirstVersionPass() {
    assertThat(judge(Optional.empty(), remember(1, ONE))).isEqualTo(Freshness.NEW);
  }

  @Test
  void shouldLetNewerContentPass() {
    assertThat(judge(Optional.of(remember(1, ONE)), remember(2, OTHER))).isEqualTo(Freshness.NEW);
  }

  @Test
  void shouldTakeTwoVersionsOfOneTimeInTheOrderOfTheLog() {
    assertThat(judge(Optional.of(remember(1, ONE)), remember(1, OTHER))).isEqualTo(Freshness.NEW);
  }

  @Test
  void shouldDropAWholeTableReadAgainUnchanged() {
    assertThat(judge(Optional.of(remember(1, ONE)), remember(2, ONE))).isEqualTo(Freshness.SAME);
  }

  @Test
  void shouldDropOlderVersions() {
    assertThat(judge(Optional.of(remember(2, ONE)), remember(1, OTHER))).isEqualTo(Freshness.OLDER);
  }

  @Test
  void shouldDropWhatIsBetweenEqualContents() {
    // Given
    var again = remember(3, ONE);
    again.setSince(1L);

    // Then
    assertThat(judge(Optional.of(again), remember(2, OTHER))).isEqualTo(Freshness.SUPERSEDED);
    assertThat(judge(Optional.of(again), remember(2, null))).isEqualTo(Freshness.SUPERSEDED);
    assertThat(judge(Optional.of(again), remember(2, ONE))).isEqualTo(Freshness.OLDER);
    assertThat(judge(Optional.of(again), remember(0, OTHER))).isEqualTo(Freshness.OLDER);
  }

  @Test
  void shouldNotLetAnOlderVersionUndoADeletion() {
    assertThat(judge(Optional.of(remember(2, null)), remember(1, ONE))).isEqualTo(Freshness.OLDER);
  }

  @Test
  void shouldDropARepeatedDeletion() {
    assertThat(judge(Optional.of(remember(2, null)), remember(2, null))).isEqualTo(Freshness.SAME);
  }

  @Test
  void shouldLetALaterDeletionPassAsItRaisesTheVersion() {
    assertThat(judge(Optional.of(remember(2, null)), remember(3, null))).isEqualTo(Freshness.NEW);
  }
}
