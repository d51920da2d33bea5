package io.syncline.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.LocalException;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.connect.Connector;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.RestClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

@SynclinePlatform
class PlatformIT {

  private static final String SCHEMA =
      "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Probe\\\",\\\"fields\\\":[%s]}";
  private static final String TEXT = "{\\\"name\\\":\\\"%s\\\",\\\"type\\\":\\\"string\\\"}";

  @Test
  void shouldCreateATopic(Platform platform) throws Exception {
    try (Admin admin = platform.broker().admin()) {
      // When
      admin.createTopics(List.of(new NewTopic("platform-it", 4, (short) 1))).all().get();

      // Then
      assertThat(admin.listTopics().names().get()).contains("platform-it");
    }
  }

  @Test
  void shouldRegisterASchemaAndRefuseAnIncompatibleOne(Platform platform) {
    // Given
    RestClient registry = new RestClient(platform.registry().url());
    String first = "{\"schema\": \"" + SCHEMA.formatted(TEXT.formatted("name")) + "\"}";
    String incompatible = "{\"schema\": \"" + SCHEMA.formatted(TEXT.formatted("other")) + "\"}";

    // When
    int id = registry.post("/subjects/platform-it-value/versions", first).path("id").asInt();

    // Then
    assertThat(registry.get("/schemas/ids/" + id).path("schema").asText()).contains("Probe");
    assertThatThrownBy(() -> registry.post("/subjects/platform-it-value/versions", incompatible))
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("answered 409");
  }

  @Test
  void shouldKnowOurConnectors(Platform platform) {
    assumeThat(Checkout.find().root().resolve("connect-jdbc/target/plugins")).isDirectory();
    assertThat(platform.connect().api().connectorClasses())
        .contains(
            "io.syncline.connect.jdbc.source.JdbcSourceConnector",
            "io.syncline.connect.jdbc.sink.JdbcSinkConnector");
  }

  @Test
  void shouldSayWhyAConnectorIsRefused(Platform platform) throws Exception {
    // Given
    Connector connector =
        new Connector("broken", new ObjectMapper().readTree("{\"connector.class\": \"Missing\"}"));

    // Then
    assertThatThrownBy(() -> platform.connect().api().register(connector))
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("/connectors/broken/config answered")
        .hasMessageContaining("Missing");
  }

  @Test
  void shouldKeepEveryLetterInBothDatabases(Platform platform) throws Exception {
    for (String name : List.of("north", "south")) {
      assertThat(stored(platform.database(name), "Zoë ☃ 🦉")).isEqualTo("Zoë ☃ 🦉");
    }
  }

  @Test
  void shouldLetNobodyInWithoutThePassword(Platform platform) {
    for (String name : List.of("north", "south")) {
      Database database = platform.database(name);
      for (String user : List.of(database.user(), "root", "postgres", "")) {
        Database stranger = new Database(name, database.url(), user, "wrong");
        assertThatThrownBy(stranger::open).as("%s on %s", user, name).isNotNull();
      }
    }
  }

  @Test
  void shouldStopEveryChildAndRemoveTheData() {
    // Given
    Platform platform =
        Platform.start(
            PlatformPlan.of(Checkout.find(), PlatformPorts.free()), StartListener.silent());
    List<ChildProcess> children = platform.children();
    Path run = platform.logs().getParent();
    assertThat(children)
        .extracting(ChildProcess::name)
        .containsExactlyInAnyOrder("broker", "registry", "postgres", "mariadb", "connect");

    // When
    platform.close();

    // Then
    for (ChildProcess child : children) {
      assertThat(ProcessHandle.of(child.pid())).as(child.name()).isEmpty();
      assertThat(child.log()).isNotEmptyFile();
    }
    assertThat(run.resolve("data")).doesNotExist();
  }

  @Test
  void shouldSayWhichChildWasKilledAndWhereItsLogIs() {
    try (Platform platform =
        Platform.start(
            PlatformPlan.of(Checkout.find(), PlatformPorts.free()), StartListener.silent())) {
      // Given
      ChildProcess broker = platform.broker().process();

      // When
      ProcessHandle.of(broker.pid()).orElseThrow().destroyForcibly();

      // Then
      await().atMost(Duration.ofSeconds(10)).until(() -> platform.failure().isDone());
      assertThatThrownBy(platform::requireHealthy)
          .hasMessageStartingWith("broker ended with exit code 137 (signal 9). Its last lines:")
          .hasMessageEndingWith("Its whole log: " + broker.log());
      assertThat(Files.exists(broker.log())).isTrue();
    }
  }

  private static String stored(Database database, String text) throws Exception {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("create table letters (content varchar(40))");
      statement.execute("insert into letters values ('%s')".formatted(text));
      try (ResultSet row = statement.executeQuery("select content from letters")) {
        row.next();
        return row.getString(1);
      } finally {
        statement.execute("drop table letters");
      }
    }
  }
}
