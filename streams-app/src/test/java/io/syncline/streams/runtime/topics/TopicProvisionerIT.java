package io.syncline.streams.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.syncline.schemas.Topics;
import io.syncline.streams.EmbeddedKafka;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.runtime.config.ConfigException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicProvisionerIT {

  @RegisterExtension static final EmbeddedKafka KAFKA = new EmbeddedKafka();

  private final ApplicationContext application =
      ApplicationContext.builder()
          .deduceEnvironment(false)
          .properties(
              Map.of(
                  "syncline.kafka.bootstrap-servers",
                  KAFKA.address(),
                  "syncline.kafka.partitions",
                  3,
                  "syncline.registry.url",
                  "mock://topics",
                  "syncline.mappings",
                  "../connect-config/sources/north/mapping.yaml"))
          .start();
  private final TopicProvisioner topics = application.getBean(TopicProvisioner.class);

  @AfterEach
  void forget() {
    application.close();
    KAFKA.deleteAllTopics();
  }

  @Test
  void shouldMakeTheTopicsThatAreMissing() throws Exception {
    // When
    topics.provision();

    // Then
    try (var admin = KAFKA.admin()) {
      var expected = new HashSet<>(application.getBean(Mappings.class).sourceTopics());
      Topics.published().forEach(topic -> expected.add(topic.name()));
      Topics.requested().forEach(topic -> expected.add(topic.name()));
      var made = admin.describeTopics(expected).allTopicNames().get();
      assertThat(made.values()).allMatch(topic -> topic.partitions().size() == 3);
      assertThat(configOf(Topics.CUSTOMER.name(), "cleanup.policy")).isEqualTo("compact");
      assertThat(configOf(Topics.QUARANTINE.name(), "retention.ms")).isEqualTo("-1");
    }
  }

  @Test
  void shouldLeaveWhatIsThereAsItIs() throws Exception {
    // Given
    KAFKA.create("crm.north.customers", 7, Map.of("retention.ms", "12345"));

    // When
    topics.provision();
    topics.provision();

    // Then
    assertThat(configOf("crm.north.customers", "retention.ms")).isEqualTo("12345");
  }

  @Test
  void shouldRefuseCanonicalTopicsThatDoNotFitTogetherAndMakeNothing() {
    // Given
    KAFKA.create(Topics.ORDER.name(), 5, Map.of());

    // When
    assertThatThrownBy(topics::provision)
        // Then
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("syncline.kafka.partitions: is 3")
        .hasMessageContaining("{canonical.order=5}");
    assertThat(KAFKA.topics()).containsExactly(Topics.ORDER.name());
  }

  private static String configOf(String topic, String key) throws Exception {
    try (var admin = KAFKA.admin()) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(key).value();
    }
  }
}
