package io.syncline.connect.jdbc.sink;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class JdbcSinkConnectorTest {
  private final JdbcSinkConnector connector = new JdbcSinkConnector();
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "connection.url", "jdbc:postgresql://localhost/shop",
              "insert.mode", "upsert",
              "pk.mode", "record_key",
              "pk.fields", "id"));

  private Map<String, List<String>> problems() {
    return connector.validate(settings).configValues().stream()
        .filter(value -> !value.errorMessages().isEmpty())
        .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
  }

  @Test
  void shouldFindNoFaultWithGoodSettings() {
    // Given
    settings.put("delete.enabled", "true");
    settings.put("version.field", "version");
    settings.put("child.tables", "lines:order_lines");
    settings.put("child.parent.column", "order_id");
    settings.put("child.key.field", "line");
    settings.put("topics.to.tables.mapping", "canonical.order:orders,canonical.customer:customers");

    // Then
    assertThat(problems()).isEmpty();
    connector.start(settings);
    assertThat(connector.taskConfigs(3)).hasSize(3).allMatch(settings::equals);
  }

  @Test
  void shouldNotShowPassword() {
    // Given
    settings.put("connection.password", "secret");
    settings.put("batch.size", "none");

    // Then
    assertThat(connector.validate(settings).configValues())
        .noneMatch(it -> it.toString().contains("secret"));
  }
}
