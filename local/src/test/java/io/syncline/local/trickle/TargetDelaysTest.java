package io.syncline.local.trickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetDelaysTest {

  @Test
  void shouldRankDelaysHoweverTheyCome() {
    List<Double> delays =
        IntStream.rangeClosed(1, 200).mapToObj(i -> (double) (i * 77 % 201)).toList();

    TargetDelays ranked = TargetDelays.of("warehouse", delays, List.of());

    assertThat(ranked.seen()).isEqualTo(200);
    assertThat(ranked.p50()).isEqualTo(100);
    assertThat(ranked.p99()).isEqualTo(198);
    assertThat(ranked.max()).isEqualTo(200);
  }

  @Test
  void shouldNotPretendADelayWhereNothingArrived() {
    TargetDelays nothing = TargetDelays.of("warehouse", List.of(), List.of("order 1"));

    assertThat(nothing.p50()).isNaN();
    assertThat(new TrickleReport(1, 0, 0, List.of(nothing)).complete()).isFalse();
  }

  @Test
  void shouldNameWhatIsMissing() {
    TargetDelays target = TargetDelays.of("warehouse", List.of(12.4), List.of("order 1"));

    assertThat(new TrickleReport(1, 1, 0, List.of(target)).lines())
        .containsExactly(
            "1 inserts, 1 updates, 0 deletes",
            "warehouse    p50 12 ms, p99 12 ms, max 12 ms (1 seen, 1 missing)",
            "             missing: order 1");
  }
}
