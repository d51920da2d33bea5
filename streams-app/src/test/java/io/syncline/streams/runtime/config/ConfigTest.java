package io.syncline.streams.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

  private static final Map<String, Object> COMPLETE =
      Map.of(
          "syncline.kafka.bootstrap-servers", "127.0.0.1:1",
          "syncline.registry.url", "mock://config",
          "syncline.mappings", "../connect-config/sources/north/mapping.yaml");

  @Test
  void shouldStartWithNothingButAddressesAndMappings() {
    // When
    try (var context = start(COMPLETE)) {
      // Then
      assertThat(context.getBean(KafkaConfig.class).partitions()).isEqualTo(4);
      assertThat(context.getBean(ProcessingConfig.class))
          .extracting(ProcessingConfig::commitIntervalMs, ProcessingConfig::sessionTimeout)
          .containsExactly(25L, Duration.ofSeconds(10));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "syncline.kafka.bootstrap-servers, '', is missing",
    "syncline.kafka.partitions, 0, must be at least 1",
    "syncline.kafka.replication, 0, must be at least 1",
    "syncline.registry.url, '', is missing",
    "syncline.mappings, '', is empty",
    "syncline.mappings, nowhere/mapping.yaml, cannot be read",
    "syncline.survivorship, nowhere/survivorship.yaml, cannot be read",
    "syncline.history.retention, -1s, cannot be negative",
    "syncline.streams.application-id, two words, has other characters",
    "syncline.streams.threads, 0, must be at least 1",
    "syncline.streams.commit-interval-ms, 0, must be at least 1",
    "syncline.streams.standby-replicas, -1, cannot be negative",
    "syncline.streams.group-protocol, mine, must be classic or streams",
    "syncline.streams.advertised-address, http://a:1, must be host:port",
    "syncline.streams.store-memory-mb, 1, must be at least 16",
    "syncline.pull.readers, 0, must be at least 1"
  })
  void shouldRefuseToStartAndNameTheKey(String key, String value, String fault) {
    // Given
    var config = new HashMap<>(COMPLETE);
    config.put(key, value);

    // When
    assertThatThrownBy(() -> start(config).close())
        // Then
        .hasStackTraceContaining(key + ": ")
        .hasStackTraceContaining(fault);
  }

  @Test
  void shouldRefuseALastingNameWhereKafkaKnowsNone() {
    // Given
    var config = new HashMap<>(COMPLETE);
    config.put("syncline.streams.group-protocol", "streams");
    config.put("syncline.streams.instance-id", "pod-0");

    // When
    assertThatThrownBy(() -> start(config).close())
        // Then
        .hasStackTraceContaining("syncline.streams.instance-id: works only with group-protocol");
  }

  @Test
  void shouldHandKafkasOwnSettingsToEveryClient() {
    // Given
    var config = new HashMap<>(COMPLETE);
    config.put("syncline.kafka.client.security.protocol", "SASL_SSL");
    config.put("syncline.kafka.client.sasl.mechanism", "PLAIN");

    // When
    try (var context = start(config)) {
      // Then
      assertThat(context.getBean(KafkaConfig.class).clientConfig())
          .containsEntry("security.protocol", "SASL_SSL")
          .containsEntry("sasl.mechanism", "PLAIN");
    }
  }

  /** Without the test environment, whose file would fill the gaps. */
  private static ApplicationContext start(Map<String, Object> config) {
    return ApplicationContext.builder().deduceEnvironment(false).properties(config).start();
  }
}
