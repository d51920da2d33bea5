package io.syncline.helm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.storage.StringConverter;
import org.junit.jupiter.api.Test;

/** What the processes in the pods read. */
class ConfigurationTest {

  private static final Values TWO_CRMS = Values.twoCrms();

  @Test
  void shouldGiveTheApplicationTheEnvironmentItReads() {
    // When
    var environment = Chart.render(TWO_CRMS).configMap("streams-app");

    // Then
    assertThat(environment)
        .containsOnlyKeys(
            "JAVA_TOOL_OPTIONS",
            "MICRONAUT_SERVER_HOST",
            "MICRONAUT_SERVER_PORT",
            "SYNCLINE_KAFKA_BOOTSTRAP_SERVERS",
            "SYNCLINE_KAFKA_PARTITIONS",
            "SYNCLINE_KAFKA_REPLICATION",
            "SYNCLINE_REGISTRY_URL",
            "SYNCLINE_STREAMS_APPLICATION_ID",
            "SYNCLINE_STREAMS_STATE_DIR",
            "SYNCLINE_STREAMS_THREADS",
            "SYNCLINE_STREAMS_COMMIT_INTERVAL_MS",
            "SYNCLINE_STREAMS_STANDBY_REPLICAS",
            "SYNCLINE_STREAMS_STORE_MEMORY_MB",
            "SYNCLINE_HISTORY_RETENTION",
            "SYNCLINE_STREAMS_GROUP_PROTOCOL",
            "SYNCLINE_STREAMS_CLOSE_TIMEOUT",
            "SYNCLINE_MAPPINGS")
        .containsEntry("SYNCLINE_KAFKA_PARTITIONS", "12");
  }

  @Test
  void shouldMountTheMappingsWhereTheApplicationLooks() {
    // When
    var chart = Chart.render(TWO_CRMS);

    // Then
    var folder = mountPath(chart, "mappings");
    var files = chart.configMap("mappings").keySet().stream().map(it -> folder + "/" + it);
    assertThat(chart.configMap("streams-app").get("SYNCLINE_MAPPINGS").split(","))
        .containsExactlyInAnyOrderElementsOf(files.toList());
  }

  @Test
  void shouldMountTheRulesWhereTheApplicationLooks() {
    // Given
    var rules = "customer:\n  default: longest\n";

    // When
    var chart = Chart.render(Values.minimal().with("rules.survivorship", rules));

    // Then
    assertThat(chart.configMap("rules")).isEqualTo(Map.of("survivorship.yaml", rules));
    assertThat(chart.configMap("streams-app"))
        .containsEntry("SYNCLINE_SURVIVORSHIP", mountPath(chart, "rules") + "/survivorship.yaml");
  }

  @Test
  void shouldKeepStateOnTheMountedVolume() {
    // When
    var chart = Chart.render(TWO_CRMS);

    // Then
    assertThat(chart.configMap("streams-app").get("SYNCLINE_STREAMS_STATE_DIR"))
        .startsWith(mountPath(chart, "state") + "/");
  }

  @Test
  void shouldCarryAMappingUnchanged() {
    // Given
    var mapping = "  # indented, {{ not a template }}\n\ntables:\n  - 'été ☃'\n";

    // When
    var values = Values.minimal().with("sources.north.mapping", mapping);
    var mappings = Chart.render(values).configMap("mappings");

    // Then
    assertThat(mappings).isEqualTo(Map.of("north.yaml", mapping));
  }

  @Test
  void shouldCarryConnectorsAsConnectTakesThem() throws IOException {
    // Given
    var connector = Values.connector("north-crm", "topic.regex", "a&b\\.c<d>\"", "x", "${env:X}");
    var values = Values.minimal().with("sources.north.connector", connector);

    // When
    var connectors = Chart.render(values).configMap("connectors");

    // Then
    assertThat(connectors).containsOnlyKeys("north-crm.json");
    var json = new ObjectMapper();
    assertThat(json.readTree(connectors.get("north-crm.json")))
        .isEqualTo(json.valueToTree(connector.get("config")));
  }

  @Test
  void shouldWriteLargeNumbersInDigits() throws IOException {
    // Given
    var values =
        TWO_CRMS
            .with("streamsApp.commitIntervalMs", 1_000_000)
            .with("connect.config", Map.of("offset.flush.interval.ms", 10_000_000));

    // When
    var chart = Chart.render(values);

    // Then
    assertThat(chart.configMap("streams-app"))
        .containsEntry("SYNCLINE_STREAMS_COMMIT_INTERVAL_MS", "1000000");
    assertThat(workerProperties(chart)).containsEntry("offset.flush.interval.ms", "10000000");
  }

  @Test
  void shouldWriteWorkerPropertiesThatConnectKnows() throws IOException {
    // Given
    var properties = workerProperties(Chart.render(TWO_CRMS));
    // Confluent's converter is in the image, not here.
    properties.put("key.converter", StringConverter.class.getName());
    properties.put("value.converter", StringConverter.class.getName());

    // When
    var config = new DistributedConfig(Utils.propsToStringMap(properties));

    // Then
    assertThat(config.values().keySet())
        .containsAll(
            properties.stringPropertyNames().stream()
                .filter(
                    it ->
                        !it.matches("(config\\.providers|key\\.converter|value\\.converter)\\..*"))
                .toList());
    assertThat(config.getString("rest.advertised.host.name")).isEqualTo("10.0.0.7");
    assertThat(config.exactlyOnceSourceEnabled()).isTrue();
  }

  @Test
  void shouldLetValuesOverrideWorkerProperties() throws IOException {
    // Given
    var own = Map.of("exactly.once.source.support", "disabled", "rest.extension.classes", "a\\b");

    // When
    var properties = workerProperties(Chart.render(TWO_CRMS.with("connect.config", own)));

    // Then
    assertThat(properties).containsAllEntriesOf(own).containsKey("group.id");
  }

  @Test
  void shouldTakeSecretsByReferenceOnly() {
    // When
    var chart = Chart.render(EveryValue.set(TWO_CRMS));

    // Then
    var worker =
        chart.only(Deployment.class).getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(worker.getEnvFrom())
        .filteredOn(it -> it.getSecretRef() != null)
        .extracting(it -> it.getSecretRef().getName())
        .containsExactly(
            "syncline-north", "syncline-south", "syncline-warehouse", "syncline-webshop", "more");
    assertThat(chart.containers().flatMap(it -> it.getEnv().stream()))
        .filteredOn(it -> it.getName().contains("PASSWORD"))
        .hasSize(2)
        .extracting(EnvVar::getValue)
        .allMatch(Objects::isNull);
  }

  @Test
  void shouldHoldNoSecretInAnyConfigMap() {
    // When
    var chart = Chart.render(TWO_CRMS);

    // Then
    var lines =
        chart
            .all(ConfigMap.class)
            .flatMap(it -> it.getData().values().stream())
            .flatMap(String::lines)
            .filter(it -> it.matches("(?i).*(password|secret|token|jaas).*"))
            .collect(toSet());
    assertThat(lines).isNotEmpty().allMatch(it -> it.matches(".*\": \"\\$\\{env:[A-Z_]+}\",?"));
  }

  private static String mountPath(Manifests chart, String volume) {
    var pod = chart.only(StatefulSet.class).getSpec().getTemplate().getSpec();
    return pod.getContainers().get(0).getVolumeMounts().stream()
        .filter(it -> it.getName().equals(volume))
        .findAny()
        .orElseThrow()
        .getMountPath();
  }

  private static Properties workerProperties(Manifests chart) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(chart.configMap("connect").get("worker.properties")));
    return properties;
  }
}
