package io.syncline.connect.jdbc.source;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.ConnectorContextFake;
import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcSourceConnectorTest {
  private final TestDatabase database = Servers.h2();
  private final JdbcSourceConnector connector = new JdbcSourceConnector();
  private final ConnectorContextFake context = new ConnectorContextFake();
  private final Map<String, String> settings = new HashMap<>(database.settings());

  @BeforeEach
  void createTables() {
    database.run(
        "create table a (id integer primary key)",
        "create table b (id integer primary key)",
        "create table c (id integer primary key)");
    settings.put("mode", "bulk");
    settings.put("topic.prefix", "crm.");
    settings.put("table.poll.interval.ms", "100");
    connector.initialize(context);
  }

  @AfterEach
  void stop() {
    connector.stop();
  }

  private List<String> tasks(int maxTasks) {
    return connector.taskConfigs(maxTasks).stream().map(task -> task.get("task.tables")).toList();
  }

  @Test
  void shouldShareTablesOut() {
    // When
    connector.start(settings);

    // Then
    assertThat(tasks(2)).containsExactly("public.a\npublic.b", "public.c");
    assertThat(tasks(9)).hasSize(3);
  }

  @Test
  void shouldShareOutAnewWhenTableAppears() {
    // Given
    connector.start(settings);
    tasks(1);

    // When
    database.run("create table d (id integer primary key)");

    // Then
    await().until(() -> context.reconfigurations() == 1);
    assertThat(tasks(1)).containsExactly("public.a\npublic.b\npublic.c\npublic.d");
  }

  @Test
  void shouldFailWithNamesWhenTableIsMissing() {
    // Given
    settings.put("table.whitelist", "a,B");

    // When
    connector.start(settings);

    // Then
    await().until(() -> !context.errors().isEmpty());
    assertThat(context.errors().get(0))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("[B]")
        .hasMessageContaining("public.b");
    assertThatThrownBy(() -> tasks(1)).hasMessageContaining("[B]");
  }

  @Test
  void shouldFailWhenTwoTablesShareTopic() {
    // Given
    database.run(
        "create table \"x y\" (id integer primary key)",
        "create table x_y (id integer primary key)");

    // When
    connector.start(settings);

    // Then
    await().until(() -> !context.errors().isEmpty());
    assertThat(context.errors().get(0))
        .hasMessageContaining("would share topic crm.x_y")
        .hasMessageContaining("topic.name.format=${schema}.${table}");
  }

  @Test
  void shouldFailWhenDatabaseStaysAway() {
    // Given
    settings.put("connection.url", "jdbc:postgresql://127.0.0.1:1/crm");
    settings.put("connection.attempts", "2");

    // When
    connector.start(settings);

    // Then
    await().until(() -> !context.errors().isEmpty());
    assertThat(context.errors().get(0)).hasMessageContaining("failed 2 times in a row");
  }

  /** Whether it can be read is the task's to find out. */
  @Test
  void shouldReadQueryWithOneTask() {
    // Given
    settings.put("connection.url", "jdbc:postgresql://127.0.0.1:1/crm");
    settings.put("topic.prefix", "crm.orders");
    settings.put("query", "select * from orders");
    settings.put("query.key.columns", "id");
    settings.remove("table.poll.interval.ms");

    // When
    connector.start(settings);

    // Then
    assertThat(tasks(9)).containsExactly("crm.orders");
  }

  @Test
  void shouldSupportExactlyOnce() {
    assertThat(connector.exactlyOnceSupport(settings)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    assertThat(connector.canDefineTransactionBoundaries(settings))
        .isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
  }

  private Map<String, List<String>> problems() {
    return connector.validate(settings).configValues().stream()
        .filter(value -> !value.errorMessages().isEmpty())
        .collect(toMap(ConfigValue::name, ConfigValue::errorMessages));
  }

  @Test
  void shouldFindNoFaultWithGoodSettings() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void shouldNameKeyAndRemedyOfContradictions() {
    // Given
    settings.put("table.whitelist", "a");
    settings.put("table.blacklist", "b");
    settings.put("timestamp.column.name", "updated_at");

    // When
    var problems = problems();

    // Then
    assertThat(problems).containsOnlyKeys("table.blacklist", "timestamp.column.name");
    assertThat(problems.get("timestamp.column.name").get(0))
        .contains("updated_at", "leave it out or change the mode");
    assertThatThrownBy(() -> connector.start(settings)).isInstanceOf(ConfigException.class);
  }

  @Test
  void shouldRefusePasswordInUrlWithoutShowingIt() {
    // Given
    settings.put("connection.url", "jdbc:postgresql://ada:secret@localhost/crm");

    // Then
    assertThat(problems().get("connection.url").get(0))
        .contains("connection.password")
        .doesNotContain("secret");
  }
}
