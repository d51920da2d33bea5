package io.syncline.helm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every rendering, over a matrix of values. */
class RenderedChartTest {

  private static final List<Named<Manifests>> RENDERINGS = render().toList();

  static List<Named<Manifests>> renderings() {
    return RENDERINGS;
  }

  private static Stream<Named<Manifests>> render() {
    var two = Values.minimal().withSource("south").withTarget("warehouse").withTarget("webshop");
    return Stream.of(
            Named.of("minimal", Values.minimal()),
            Named.of("one source, one target", Values.minimal().withTarget("warehouse")),
            Named.of("group protocol streams", two.with("streamsApp.groupProtocol", "streams")),
            Named.of("two sources, two targets", two),
            Named.of(
                "three instances", two.with("streamsApp.replicas", 3).with("connect.replicas", 3)),
            Named.of("no Connect", two.with("connect.enabled", false)),
            Named.of("state not kept", two.with("streamsApp.persistence.enabled", false)),
            Named.of("bare", bare(two)),
            Named.of("everything set", EveryValue.set(two)),
            Named.of("example north-to-warehouse", Values.northToWarehouse()),
            Named.of("example two-crms", Values.twoCrms()))
        .map(values -> Named.of(values.getName(), Chart.render(values.getPayload())));
  }

  private static Values bare(Values values) {
    return values
        .with("serviceAccount.create", false)
        .with("streamsApp.metrics.annotations", false)
        .with("streamsApp.podDisruptionBudget.enabled", false)
        .with("connect.podDisruptionBudget.enabled", false);
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldSelectThePodsItMakes(Manifests chart) {
    // When
    var set = chart.only(StatefulSet.class).getSpec();
    var deployments = chart.all(Deployment.class);

    // Then
    assertThat(labels(set.getTemplate())).containsAllEntriesOf(set.getSelector().getMatchLabels());
    assertThat(deployments)
        .allSatisfy(
            it ->
                assertThat(labels(it.getSpec().getTemplate()))
                    .containsAllEntriesOf(it.getSpec().getSelector().getMatchLabels()));
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldSelectPodsOfOneWorkloadOnly(Manifests chart) {
    // When
    var selectors =
        Stream.concat(
                chart.all(Service.class).map(it -> it.getSpec().getSelector()),
                chart
                    .all(PodDisruptionBudget.class)
                    .map(it -> it.getSpec().getSelector().getMatchLabels()))
            .toList();

    // Then
    assertThat(selectors)
        .isNotEmpty()
        .allSatisfy(selector -> assertThat(podsWith(chart, selector)).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldNameTheHeadlessServiceOfTheStatefulSet(Manifests chart) {
    // When
    var serviceName = chart.only(StatefulSet.class).getSpec().getServiceName();

    // Then
    assertThat(chart.all(Service.class))
        .filteredOn(it -> "None".equals(it.getSpec().getClusterIP()))
        .extracting(it -> it.getMetadata().getName())
        .containsExactly(serviceName);
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldReferOnlyToConfigMapsItMakes(Manifests chart) {
    // When
    var referred =
        Stream.concat(
                chart
                    .pods()
                    .flatMap(pod -> pod.getSpec().getVolumes().stream())
                    .map(Volume::getConfigMap)
                    .filter(Objects::nonNull)
                    .map(ConfigMapVolumeSource::getName),
                chart
                    .containers()
                    .flatMap(it -> it.getEnvFrom().stream())
                    .map(it -> it.getConfigMapRef())
                    .filter(Objects::nonNull)
                    .filter(it -> !Boolean.TRUE.equals(it.getOptional()))
                    .map(ConfigMapEnvSource::getName))
            .collect(toSet());

    // Then
    assertThat(names(chart, ConfigMap.class)).isEqualTo(referred);
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldMountOnlyVolumesItHas(Manifests chart) {
    // When
    var claims =
        chart.only(StatefulSet.class).getSpec().getVolumeClaimTemplates().stream()
            .map(it -> it.getMetadata().getName())
            .toList();

    // Then
    assertThat(chart.pods())
        .allSatisfy(
            pod -> {
              var volumes = Stream.concat(volumeNames(pod), claims.stream()).toList();
              assertThat(volumes).doesNotHaveDuplicates();
              assertThat(mounts(pod).map(VolumeMount::getName)).isSubsetOf(volumes);
            });
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldRunWithoutPrivileges(Manifests chart) {
    // When
    var pods = chart.pods();

    // Then
    assertThat(pods)
        .allSatisfy(
            pod -> {
              var spec = pod.getSpec();
              assertThat(spec.getAutomountServiceAccountToken()).isFalse();
              assertThat(spec.getEnableServiceLinks()).isFalse();
              assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
              var container = spec.getContainers().get(0).getSecurityContext();
              assertThat(container.getReadOnlyRootFilesystem()).isTrue();
              assertThat(container.getAllowPrivilegeEscalation()).isFalse();
              assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(mounts(pod).map(VolumeMount::getMountPath)).contains("/tmp");
            });
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldRunAsAnAccountThatExists(Manifests chart) {
    // When
    var accounts = chart.pods().map(pod -> pod.getSpec().getServiceAccountName()).collect(toSet());

    // Then
    var created = names(chart, ServiceAccount.class);
    assertThat(accounts).isEqualTo(created.isEmpty() ? Set.of("default") : created);
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldCarryTheRecommendedLabels(Manifests chart) {
    // When
    var resources = chart.resources();

    // Then
    assertThat(resources)
        .allSatisfy(
            it ->
                assertThat(it.getMetadata().getLabels())
                    .containsEntry("app.kubernetes.io/name", "syncline")
                    .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                    .containsEntry("app.kubernetes.io/managed-by", "Helm")
                    .containsKeys(
                        "app.kubernetes.io/component",
                        "app.kubernetes.io/version",
                        "app.kubernetes.io/part-of",
                        "helm.sh/chart"));
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void shouldNameEveryResourceOnce(Manifests chart) {
    // When
    var names =
        chart.resources().stream().map(it -> it.getKind() + "/" + it.getMetadata().getName());

    // Then
    assertThat(names).doesNotHaveDuplicates();
  }

  private static Map<String, String> labels(PodTemplateSpec pod) {
    return pod.getMetadata().getLabels();
  }

  private static Stream<PodTemplateSpec> podsWith(Manifests chart, Map<String, String> selector) {
    return chart.pods().filter(pod -> labels(pod).entrySet().containsAll(selector.entrySet()));
  }

  private static Stream<String> volumeNames(PodTemplateSpec pod) {
    return pod.getSpec().getVolumes().stream().map(Volume::getName);
  }

  private static Stream<VolumeMount> mounts(PodTemplateSpec pod) {
    return pod.getSpec().getContainers().stream().flatMap(it -> it.getVolumeMounts().stream());
  }

  private static Set<String> names(Manifests chart, Class<? extends HasMetadata> kind) {
    return chart.all(kind).map(it -> it.getMetadata().getName()).collect(toSet());
  }
}
