package io.syncline.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Connector;
import org.apache.kafka.connect.runtime.SinkConnectorConfig;
import org.apache.kafka.connect.runtime.SourceConnectorConfig;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectorConfigsTest {

  /** Settings that are passed on to somebody else, who is not asked here. */
  private static final List<String> PASSED_ON =
      List.of("key.converter.", "value.converter.", "transforms.", "topic.creation.");

  private static final Map<String, Set<String>> CLIENTS =
      Map.of(
          "producer.override.", ProducerConfig.configNames(),
          "consumer.override.", ConsumerConfig.configNames());

  @Test
  void shouldFindTheFilesOfTheDemo() throws IOException {
    assertThat(ConnectorFile.allOf("sources").stream().map(ConnectorFile::folder))
        .contains("north", "south", "northwind", "chinook");
    assertThat(ConnectorFile.allOf("targets").stream().map(ConnectorFile::folder))
        .contains("warehouse", "webshop");
    assertThat(ConnectorFile.allOfDebezium().stream().map(ConnectorFile::folder)).contains("north");
  }

  @ParameterizedTest
  @MethodSource({"sources", "targets", "captures"})
  void shouldBeNamedLikeItsFolder(ConnectorFile file) {
    assertThat(file.name()).isEqualTo(file.folder());
  }

  @ParameterizedTest
  @MethodSource({"sources", "targets"})
  void shouldSatisfyItsConnector(ConnectorFile file) throws ReflectiveOperationException {
    List<ConfigValue> refused =
        connector(file).validate(file.filledIn()).configValues().stream()
            .filter(value -> !value.errorMessages().isEmpty())
            .toList();

    assertThat(refused).isEmpty();
  }

  /** Debezium's own {@code validate} would connect to the database. */
  @ParameterizedTest
  @MethodSource("captures")
  void shouldSatisfyDebezium(ConnectorFile file) throws ReflectiveOperationException {
    List<ConfigValue> refused =
        connector(file).config().validate(file.filledIn()).stream()
            .filter(value -> !value.errorMessages().isEmpty())
            .toList();

    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"sources", "captures"})
  void shouldUseNoKeyThatNobodyKnowsInASource(ConnectorFile file)
      throws ReflectiveOperationException {
    assertThat(unknown(file, SourceConnectorConfig.configDef())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void shouldUseNoKeyThatNobodyKnowsInATarget(ConnectorFile file)
      throws ReflectiveOperationException {
    assertThat(unknown(file, SinkConnectorConfig.configDef())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"sources", "targets", "captures"})
  void shouldUseNoKeyThatItsTransformationsDoNotKnow(ConnectorFile file)
      throws ReflectiveOperationException {
    for (String name : file.list("transforms")) {
      String prefix = "transforms." + name + ".";
      Set<String> unknown = file.keysWithout(prefix);
      unknown.remove("type");
      unknown.removeAll(transformation(file.raw().get(prefix + "type")).config().names());

      assertThat(unknown).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource({"sources", "targets"})
  void shouldTakeAddressAndSecretsFromItsOwnVariables(ConnectorFile file) {
    String prefix = "${env:SYNCLINE_" + file.name().toUpperCase(Locale.ROOT);

    assertThat(file.raw())
        .containsEntry("connection.url", prefix + "_URL}")
        .containsEntry("connection.user", prefix + "_USER}")
        .containsEntry("connection.password", prefix + "_PASSWORD}")
        .containsEntry("value.converter.schema.registry.url", "${env:SYNCLINE_REGISTRY_URL}");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void shouldSendEverySourceToItsOwnTopicsExactlyOnce(ConnectorFile file) {
    assertThat(file.raw())
        .containsEntry("topic.prefix", "crm." + file.name() + ".")
        .containsEntry("exactly.once.support", "required")
        .containsEntry("numeric.mapping", "precise");
  }

  @ParameterizedTest
  @MethodSource("captures")
  void shouldCaptureWhatTheSourceWouldRead(ConnectorFile file) throws IOException {
    // Given
    Map<String, String> polled =
        sources().stream()
            .filter(source -> source.folder().equals(file.folder()))
            .findFirst()
            .orElseThrow()
            .raw();
    String variables = "${env:SYNCLINE_" + file.name().toUpperCase(Locale.ROOT);

    // Then
    assertThat(file.raw())
        .containsEntry("topic.prefix", "crm." + file.name())
        .containsEntry("database.hostname", variables + "_HOST}")
        .containsEntry("database.password", variables + "_PASSWORD}")
        .containsEntry("exactly.once.support", "required")
        .containsEntry("transforms.row.timestamp.column.name", polled.get("timestamp.column.name"))
        .containsEntry(
            "transforms.row.soft.delete.column.name", polled.get("soft.delete.column.name"));
    assertThat(file.list("table.include.list"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(polled.get("table.whitelist").split(",")).map("public."::concat).toList());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void shouldGiveEveryTargetAllThatIsCommittedAndNothingElse(ConnectorFile file) {
    assertThat(file.raw())
        .containsEntry("consumer.override.isolation.level", "read_committed")
        .containsEntry("consumer.override.auto.offset.reset", "earliest")
        .containsEntry("version.field", "version")
        .containsEntry("delete.enabled", "true");
  }

  static List<ConnectorFile> sources() throws IOException {
    return ConnectorFile.allOf("sources");
  }

  static List<ConnectorFile> targets() throws IOException {
    return ConnectorFile.allOf("targets");
  }

  static List<ConnectorFile> captures() throws IOException {
    return ConnectorFile.allOfDebezium();
  }

  private static Set<String> unknown(ConnectorFile file, ConfigDef ofConnect)
      throws ReflectiveOperationException {
    Set<String> unknown = new HashSet<>(file.raw().keySet());
    unknown.removeAll(ofConnect.names());
    unknown.removeAll(connector(file).config().names());
    unknown.removeIf(key -> PASSED_ON.stream().anyMatch(key::startsWith));
    unknown.removeIf(key -> clientKeys().anyMatch(key::equals));
    return unknown;
  }

  private static Stream<String> clientKeys() {
    return CLIENTS.entrySet().stream()
        .flatMap(client -> client.getValue().stream().map(name -> client.getKey() + name));
  }

  private static Connector connector(ConnectorFile file) throws ReflectiveOperationException {
    return (Connector)
        Class.forName(file.raw().get("connector.class")).getConstructor().newInstance();
  }

  private static Transformation<?> transformation(String type) throws ReflectiveOperationException {
    return (Transformation<?>) Class.forName(type).getConstructor().newInstance();
  }
}
