package io.syncline.connect.jdbc.source;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.MemoryOffsets;
import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnectorContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcSourceConnectorTest {
  private final TestDatabase database = Servers.h2();
  private final JdbcSourceConnector connector = new JdbcSourceConnector();
  private final List<Exception> errors = new CopyOnWriteArrayList<>();
  private final AtomicInteger reconfigurations = new AtomicInteger();
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
    connector.initialize(new Context());
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
    await().until(() -> reconfigurations.get() == 1);
    assertThat(tasks(1)).containsExactly("public.a\npublic.b\npublic.c\npublic.d");
  }

  @Test
  void shouldFailWithNamesWhenTableIsMissing() {
    // Given
    settings.put("table.whitelist", "a,B");

    // When
    connector.start(settings);

    // Then
    await().until(() -> !errors.isEmpty());
    assertThat(errors.get(0))
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
    await().until(() -> !errors.isEmpty());
    assertThat(errors.get(0)).hasMessageContaining("would share topic crm.x_y");
  }

  @Test
  void shouldFailWhenDatabaseStaysAway() {
    // Given
    settings.put("connection.url", "jdbc:postgresql://127.0.0.1:1/crm");
    settings.put("connection.attempts", "2");

    // When
    connector.start(settings);

    // Then
    await().until(() -> !errors.isEmpty());
    assertThat(errors.get(0)).hasMessageContaining("failed 2 times in a row");
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
  void shouldRefuseUnknownMode() {
    // Given
    settings.put("mode", "guess");

    // Then
    assertThat(problems().get("mode").get(0))
        .contains("guess", "bulk, compare, incrementing, timestamp, timestamp+incrementing");
  }

  @Test
  void shouldRefuseWhatModeIncrementingDoesNotLookAt() {
    // Given
    settings.put("mode", "incrementing");
    settings.put("timestamp.column.name", "updated_at");
    settings.put("soft.delete.column.name", "deleted");

    // Then
    assertThat(problems()).containsOnlyKeys("timestamp.column.name", "soft.delete.column.name");
    assertThat(problems().get("soft.delete.column.name").get(0))
        .contains("deleted", "timestamp+incrementing");
  }

  @Test
  void shouldRefuseWhatModeTimestampDoesNotLookAt() {
    // Given
    settings.put("mode", "timestamp");
    settings.put("timestamp.column.name", "updated_at");
    settings.put("incrementing.column.name", "id");

    // Then
    assertThat(problems()).containsOnlyKeys("incrementing.column.name");
  }

  @Test
  void shouldRefuseColumnsThatModeCompareDoesNotLookAt() {
    // Given
    settings.put("mode", "compare");
    settings.put("timestamp.column.name", "updated_at");
    settings.put("incrementing.column.name", "id");

    // Then
    assertThat(problems()).containsOnlyKeys("timestamp.column.name", "incrementing.column.name");
    assertThat(problems().get("incrementing.column.name").get(0))
        .contains("id", "mode compare does not look at it", "leave it out");
  }

  @ParameterizedTest
  @CsvSource({
    "temporal.precision, nanos, 'millis, micros'",
    "schema.change.policy, evolve, 'stop, ignore_column, carry'",
    "value.fields.optional, perhaps, true or false"
  })
  void shouldRefuseChoiceThatThereIsNot(String key, String value, String remedy) {
    // Given
    settings.put(key, value);

    // Then
    assertThat(problems()).containsOnlyKeys(key);
    assertThat(problems().get(key).get(0)).contains(key, value, remedy);
  }

  @Test
  void shouldRefuseChannelWhereDatabaseNotifiesNobody() {
    // Given
    settings.put("notify.channel", "changes");

    // Then
    assertThat(problems()).containsOnlyKeys("notify.channel");
    assertThat(problems().get("notify.channel").get(0))
        .contains("changes", "only PostgreSQL notifies", "poll.interval.ms");
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    "ääääääääääääääääääääääääääääääää, longer than the 63 bytes",
    "'a\tb', control characters"
  })
  void shouldRefuseWhatIsNoChannel(String channel, String remedy) {
    // Given
    settings.put("connection.url", "jdbc:postgresql://localhost/crm");
    settings.put("notify.channel", channel.replace("\\t", "\t"));

    // Then
    assertThat(problems()).containsOnlyKeys("notify.channel");
    assertThat(problems().get("notify.channel").get(0)).contains(remedy);
  }

  @Test
  void shouldAcceptChannelOfPostgres() {
    // Given
    settings.put("connection.url", "jdbc:postgresql://localhost/crm");
    settings.put("notify.channel", "Crm changes");

    // Then
    assertThat(problems()).isEmpty();
  }

  @Test
  void shouldNeedTimestampColumn() {
    // Given
    settings.put("mode", "timestamp+incrementing");

    // Then
    assertThat(problems()).containsOnlyKeys("timestamp.column.name");
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

  @Test
  void shouldTellUnresolvedPlaceholder() {
    // Given
    settings.put("connection.url", "${env:CRM_URL}");

    // Then
    assertThat(problems().get("connection.url").get(0)).contains("${env:CRM_URL}", "worker");
  }

  private final class Context implements SourceConnectorContext {
    @Override
    public OffsetStorageReader offsetStorageReader() {
      return new MemoryOffsets();
    }

    @Override
    public void requestTaskReconfiguration() {
      reconfigurations.incrementAndGet();
    }

    @Override
    public void raiseError(Exception error) {
      errors.add(error);
    }

    @Override
    public PluginMetrics pluginMetrics() {
      throw new UnsupportedOperationException();
    }
  }
}
