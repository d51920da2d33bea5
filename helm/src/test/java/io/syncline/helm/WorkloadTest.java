package io.syncline.helm;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Decisions about single workloads. */
class WorkloadTest {

  private static final Values VALUES = Values.minimal().withTarget("warehouse");

  @Test
  void shouldAskTheRightHealthOfTheApplication() {
    // When
    var set = Chart.render(VALUES).only(StatefulSet.class).getSpec();

    // Then
    var container = set.getTemplate().getSpec().getContainers().get(0);
    assertThat(set.getPodManagementPolicy()).isEqualTo("Parallel");
    assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/health/liveness");
    assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health/liveness");
    assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/health/readiness");
  }

  @Test
  void shouldTakeTheImagesTagFromTheChartUnlessTold() {
    // When
    var chart = Chart.render(VALUES.with("connect.image.tag", "7"));

    // Then
    var version = System.getProperty("syncline.version");
    assertThat(chart.containers().map(it -> it.getImage()))
        .containsExactlyInAnyOrder(
            "syncline/streams-app:" + version, "syncline/connect:7", "syncline/connect:7");
  }

  @Test
  void shouldTellEachInstanceWhereOthersReachIt() {
    // When
    var set = Chart.render(VALUES).only(StatefulSet.class).getSpec();

    // Then
    assertThat(environment(set))
        .containsEntry("SYNCLINE_STREAMS_INSTANCE_ID", "$(POD_NAME)")
        .containsEntry(
            "SYNCLINE_STREAMS_ADVERTISED_ADDRESS",
            "$(POD_NAME)." + set.getServiceName() + ".crm.svc:8080");
  }

  @Test
  void shouldGiveNoLastingNameToTheStreamsProtocol() {
    // When
    var chart = Chart.render(VALUES.with("streamsApp.groupProtocol", "streams"));

    // Then
    assertThat(environment(chart.only(StatefulSet.class).getSpec()))
        .doesNotContainKey("SYNCLINE_STREAMS_INSTANCE_ID");
  }

  @Test
  void shouldCloseBeforeKubernetesKills() {
    // When
    var chart = Chart.render(VALUES.with("streamsApp.terminationGracePeriodSeconds", 100));

    // Then
    assertThat(chart.configMap("streams-app"))
        .containsEntry("SYNCLINE_STREAMS_CLOSE_TIMEOUT", "85s");
  }

  @Test
  void shouldClaimStorageWithoutLabelsThatAnUpgradeChanges() {
    // When
    var set = Chart.render(VALUES).only(StatefulSet.class).getSpec();

    // Then
    var claim = set.getVolumeClaimTemplates().get(0);
    assertThat(claim.getMetadata().getLabels()).isEqualTo(set.getSelector().getMatchLabels());
    assertThat(claim.getSpec().getResources().getRequests().get("storage")).hasToString("10Gi");
  }

  @Test
  void shouldAnnotatePodsForPrometheus() {
    // When
    var pod = Chart.render(VALUES).only(StatefulSet.class).getSpec().getTemplate();

    // Then
    assertThat(pod.getMetadata().getAnnotations())
        .containsEntry("prometheus.io/scrape", "true")
        .containsEntry("prometheus.io/port", "8080")
        .containsEntry("prometheus.io/path", "/prometheus");
  }

  @Test
  void shouldRegisterConnectorsAfterInstallAndUpgrade() {
    // When
    var job = Chart.render(VALUES).only(Job.class);

    // Then
    assertThat(job.getMetadata().getAnnotations())
        .containsEntry("was.helm.sh/hook", "post-install,post-upgrade");
    assertThat(job.getSpec().getActiveDeadlineSeconds()).isGreaterThan(600);
  }

  @Test
  void shouldMakeNothingOfConnectWhenItIsDisabled() {
    // When
    var chart = Chart.render(VALUES.with("connect.enabled", false));

    // Then
    assertThat(chart.resources().stream().map(HasMetadata::getMetadata))
        .noneMatch(it -> it.getName().contains("connect"));
    assertThat(chart.all(Job.class)).isEmpty();
  }

  @Test
  void shouldSpreadItsOwnPodsUnlessToldOtherwise() {
    // Given
    var own = Map.of("matchLabels", Map.of("team", "crm"));
    var constraint =
        Map.of("maxSkew", 1, "topologyKey", "zone", "whenUnsatisfiable", "DoNotSchedule");
    var told = new HashMap<String, Object>(constraint);
    told.put("labelSelector", own);

    // When
    var set =
        Chart.render(VALUES.with("streamsApp.topologySpreadConstraints", List.of(constraint, told)))
            .only(StatefulSet.class)
            .getSpec();

    // Then
    assertThat(set.getTemplate().getSpec().getTopologySpreadConstraints())
        .extracting(TopologySpreadConstraint::getLabelSelector)
        .extracting(it -> it.getMatchLabels())
        .containsExactly(set.getSelector().getMatchLabels(), Map.of("team", "crm"));
  }

  @Test
  void shouldLetAFewPodsBeEvicted() {
    // When
    var values = VALUES.with("connect.podDisruptionBudget.maxUnavailable", "50%");
    var budgets = Chart.render(values).all(PodDisruptionBudget.class);

    // Then
    assertThat(budgets.map(it -> it.getSpec().getMaxUnavailable().getValue()))
        .containsExactlyInAnyOrder(1, "50%");
  }

  @Test
  void shouldKeepNamesWithinKubernetesLimits() {
    // When
    var chart = Chart.render("a-release-name-as-long-as-helm-lets-one-choose-fifty3", VALUES);

    // Then
    assertThat(chart.resources())
        .allSatisfy(it -> assertThat(it.getMetadata().getName()).hasSizeLessThanOrEqualTo(63));
    assertThat(chart.only(StatefulSet.class).getMetadata().getName())
        .as("with a revision hash, it becomes a label")
        .hasSizeLessThanOrEqualTo(63 - "-5d4f8c7b6d".length());
  }

  @Test
  void shouldNotRepeatTheChartsNameInAReleaseThatHasIt() {
    // When
    var chart = Chart.render("my-syncline", VALUES);

    // Then
    assertThat(chart.only(Deployment.class).getMetadata().getName())
        .isEqualTo("my-syncline-connect");
  }

  @Test
  void shouldTellTheNextCommands() {
    // When
    var notes = Chart.install(VALUES);

    // Then
    assertThat(notes)
        .contains("rollout status statefulset/demo-syncline-streams-app")
        .contains("port-forward service/demo-syncline-connect 8083:8083")
        .doesNotContain("No targets");
  }

  @Test
  void shouldSayWhatIsLeftOut() {
    // When
    var notes = Chart.install(Values.minimal().with("connect.enabled", false));

    // Then
    assertThat(notes).contains("No targets").contains("connect.enabled is false");
  }

  private static Map<String, String> environment(StatefulSetSpec set) {
    return set.getTemplate().getSpec().getContainers().get(0).getEnv().stream()
        .filter(it -> it.getValue() != null)
        .collect(toMap(EnvVar::getName, EnvVar::getValue));
  }
}
