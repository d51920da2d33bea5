package io.syncline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which change of values restarts which pods. */
class RestartTest {

  private static final Values TWO_CRMS = Values.twoCrms();

  @Test
  void shouldRestartTheApplicationWhenAMappingChanges() {
    // Given
    var before = Chart.render(TWO_CRMS);

    // When
    var after = Chart.render(TWO_CRMS.with("sources.south.mapping", "source: other\n"));

    // Then
    assertThat(applicationChecksums(after)).isNotEqualTo(applicationChecksums(before));
    assertThat(workerChecksums(after)).isEqualTo(workerChecksums(before));
  }

  @Test
  void shouldRestartOnlyTheApplicationWhenItsConfigurationChanges() {
    // Given
    var before = Chart.render(TWO_CRMS);

    // When
    var after = Chart.render(TWO_CRMS.with("streamsApp.threads", 7));

    // Then
    assertThat(applicationChecksums(after)).isNotEqualTo(applicationChecksums(before));
    assertThat(workerChecksums(after)).isEqualTo(workerChecksums(before));
  }

  @Test
  void shouldRestartTheWorkersWhenTheirConfigurationChanges() {
    // Given
    var before = Chart.render(TWO_CRMS);

    // When
    var after =
        Chart.render(TWO_CRMS.with("connect.config", Map.of("offset.flush.interval.ms", 1)));

    // Then
    assertThat(workerChecksums(after)).isNotEqualTo(workerChecksums(before));
    assertThat(applicationChecksums(after)).isEqualTo(applicationChecksums(before));
  }

  @Test
  void shouldRestartNothingWhenAConnectorChanges() {
    // Given
    var before = Chart.render(TWO_CRMS);

    // When
    var connector = Values.connector("south", "poll.interval.ms", "5");
    var after = Chart.render(TWO_CRMS.with("sources.south.connector", connector));

    // Then
    assertThat(List.of(applicationChecksums(after), workerChecksums(after)))
        .isEqualTo(List.of(applicationChecksums(before), workerChecksums(before)));
  }

  private static Map<String, String> applicationChecksums(Manifests chart) {
    return chart.only(StatefulSet.class).getSpec().getTemplate().getMetadata().getAnnotations();
  }

  private static Map<String, String> workerChecksums(Manifests chart) {
    return chart.only(Deployment.class).getSpec().getTemplate().getMetadata().getAnnotations();
  }
}
