package io.syncline.local.bench.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.topology.program.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThroughputTest {

  private static final List<Work> PLAIN = List.of(new Work(1000, 10, 4), new Work(2000, 10, 4));

  @Test
  void shouldCompareTheWholeRepeatByRepeat() {
    // When
    Section section = throughput().ofWhole();

    // Then
    assertThat(figure(section, "all stages").samples().values()).containsExactly(100.0, 600.0);
    assertThat(figure(section, "P: plain clients").ratio().orElseThrow().values())
        .containsExactly(0.1, 0.3);
    assertThat(figure(section, "P: plain clients").meetsAim()).isTrue();
    assertThat(figure(section, "P's").ratio().orElseThrow().median()).isEqualTo(9);
  }

  @Test
  void shouldGiveEachStageWhatItAdds() {
    // When
    Section section = throughput().ofStages();

    // Then
    assertThat(figure(section, "source: CPU").samples().median()).isEqualTo(20);
    assertThat(figure(section, "identity: CPU").samples().median()).isEqualTo(50);
    assertThat(figure(section, "canonical and delivery: CPU").samples().median()).isEqualTo(20);
    assertThat(figure(section, "identity: CPU").ratio().orElseThrow().median())
        .isEqualTo(5, within(1e-9));
    assertThat(figure(section, "up to source").ratio().orElseThrow().values())
        .containsExactly(0.5, 0.25);
  }

  /** What the drain finds last is put first: the order is the flow's. */
  private static Throughput throughput() {
    Map<Stage, List<Work>> stages = new EnumMap<>(Stage.class);
    stages.put(Stage.WHOLE, List.of(new Work(100, 90, 40), new Work(600, 90, 40)));
    stages.put(Stage.SOURCE, List.of(new Work(500, 20, 5), new Work(500, 20, 5)));
    stages.put(Stage.IDENTITY, List.of(new Work(200, 70, 30), new Work(200, 70, 30)));
    return new Throughput(2, PLAIN, stages);
  }

  private static Figure figure(Section section, String what) {
    return section.figures().stream()
        .filter(figure -> figure.what().equals(what))
        .findFirst()
        .orElseThrow();
  }
}
