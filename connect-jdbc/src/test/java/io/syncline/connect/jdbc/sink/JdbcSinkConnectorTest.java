package io.syncline.connect.jdbc.sink;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "pk.mode, none, pk.mode",
    "insert.mode, insrt, insert.mode",
    "child.tables, lines:order_lines, child.parent.column",
    "topics.to.tables.mapping, orders, topics.to.tables.mapping",
    "connection.url, jdbc:oracle:x, connection.url",
    "db.timezone, Vienna, db.timezone",
    "batch.size, 0, batch.size"
  })
  void shouldRefuse(String key, String value, String blamed) {
    // Given
    settings.put(key, value);

    // Then
    assertThat(problems()).containsKey(blamed);
    assertThatThrownBy(() -> connector.start(settings)).isInstanceOf(ConfigException.class);
  }

  @Test
  void shouldRefuseDeletesWithoutRecordKey() {
    // Given
    settings.put("pk.mode", "record_value");
    settings.put("delete.enabled", "true");

    // Then
    assertThat(problems().get("delete.enabled").get(0)).contains("set pk.mode=record_key");
  }

  @Test
  void shouldRefuseVersionGuardOnInserts() {
    // Given
    settings.put("insert.mode", "insert");
    settings.put("version.field", "version");

    // Then
    assertThat(problems().get("version.field").get(0)).contains("needs insert.mode upsert");
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
