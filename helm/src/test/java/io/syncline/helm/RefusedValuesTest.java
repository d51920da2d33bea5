package io.syncline.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that must not get through, with a message that names the key. */
class RefusedValuesTest {

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("streamsApp.replicas", "three", "/streamsApp/replicas"),
        arguments("streamsApp.replicas", 0, "/streamsApp/replicas"),
        arguments("streamsApp.replica", 3, "'replica' not allowed"),
        arguments("stremsApp.replicas", 3, "'stremsApp' not allowed"),
        arguments("streamsApp.persistence.size", "10 GB", "/streamsApp/persistence/size"),
        arguments("streamsApp.image.pullPolicy", "always", "/streamsApp/image/pullPolicy"),
        arguments("streamsApp.resources.limit", Map.of(), "/streamsApp/resources"),
        arguments("streamsApp.service.port", 80800, "/streamsApp/service/port"),
        arguments("streamsApp.readinessProbe.path", "/", "/streamsApp/readinessProbe"),
        arguments("kafka.bootstrapServers", "kafka", "/kafka/bootstrapServers"),
        arguments("kafka.bootstrapServers", "http://kafka:9092", "/kafka/bootstrapServers"),
        arguments("kafka.replicationFactor", "3", "/kafka/replicationFactor"),
        arguments("registry.url", "registry:8080", "/registry/url"),
        arguments("registry.url", "http://me:secret@registry", "/registry/url"),
        arguments("sources.North.mapping", "x", "/sources"),
        arguments("sources.north.mapping", "x", "missing property 'connector'"),
        arguments("connect.enabled", "yes", "/connect/enabled"),
        arguments("connect.podDisruptionBudget.maxUnavailable", "half", "/maxUnavailable"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void shouldNameTheKeyThatIsWrong(String path, Object value, String message) {
    // Given
    var values = Values.platform().with(path, value);

    // When
    assertThatThrownBy(() -> Chart.render(values))
        // Then
        .hasMessageContaining(message);
  }

  @Test
  void shouldSayThatBrokersAreMissing() {
    // Given
    var values = Values.none().with("registry.url", "http://registry:8080");

    // When
    assertThatThrownBy(() -> Chart.render(values))
        // Then
        .hasMessageContaining("kafka.bootstrapServers is required");
  }

  @Test
  void shouldSayThatTheRegistryIsMissing() {
    // Given
    var values = Values.none().with("kafka.bootstrapServers", "kafka:9092");

    // When
    assertThatThrownBy(() -> Chart.render(values))
        // Then
        .hasMessageContaining("registry.url is required");
  }

  @Test
  void shouldSayThatThereIsNoSource() {
    // Given
    var values = Values.platform().withTarget("warehouse");

    // When
    assertThatThrownBy(() -> Chart.render(values))
        // Then
        .hasMessageContaining("sources is empty: name at least one");
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void shouldRefuseASecretInClear(String key, String value) {
    // Given
    var values =
        Values.minimal()
            .withTarget("warehouse")
            .with("targets.warehouse.connector", Values.connector("warehouse", key, value));

    // When
    assertThatThrownBy(() -> Chart.render(values))
        // Then
        .hasMessageContaining("/targets/warehouse/connector/config/" + key);
  }

  static Stream<Arguments> secrets() {
    return Stream.of(
        arguments("connection.password", "hunter2"),
        arguments("connection.password", ""),
        arguments("producer.override.ssl.keystore.password", "hunter2"),
        arguments("value.converter.basic.auth.user.info", "me:hunter2"),
        arguments(
            "consumer.override.sasl.jaas.config", "ScramLoginModule required password=\"x\";"),
        arguments("connection.url", "jdbc:postgresql://db/crm?user=me&password=hunter2"),
        arguments("connection.url", "jdbc:postgresql://me:hunter2@db/crm"));
  }

  @Test
  void shouldRefuseASecretInTheEnvironment() {
    // Given
    var secret = Map.of("name", "SYNCLINE_NORTH_PASSWORD", "value", "hunter2");
    var values = Values.minimal().with("connect.extraEnv", List.of(secret));

    // When
    assertThatThrownBy(() -> Chart.render(values))
        // Then
        .hasMessageContaining("/connect/extraEnv/0");
  }

  @Test
  void shouldRefuseTwoConnectorsOfOneName() {
    // Given
    var values = Values.minimal().withTarget("north");

    // When
    assertThatThrownBy(() -> Chart.render(values))
        // Then
        .hasMessageContaining(
            "targets.north.connector.name: north is already the name of sources.north");
  }
}
