package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong merge that is taken back leaves all topics and targets as if it had never been. */
@GeneratedPair
class UnmergeScenarioIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Customers that only one source knows, with an e-mail address and orders. */
  private record Pair(JsonNode north, JsonNode south) {

    static Pair of(Scenario scenario) throws SQLException {
      return new Pair(
          single(scenario, "north", "select customer_id from orders where deleted_at is null"),
          single(scenario, "south", "select client_no from sales where is_deleted = 0"));
    }

    private static JsonNode single(Scenario scenario, String source, String query)
        throws SQLException {
      for (var key : keys(scenario, source, query)) {
        var customer = scenario.api().get("/api/customers?source=%s&key=%s".formatted(source, key));
        if (customer.path("sources").size() == 1 && customer.path("email").isTextual()) {
          return customer;
        }
      }
      throw new AssertionError("Every customer of " + source + " is known to others");
    }

    private static List<String> keys(Scenario scenario, String source, String query)
        throws SQLException {
      var keys = new ArrayList<String>();
      try (var connection = scenario.database(source).open();
          var statement = connection.createStatement();
          var rows = statement.executeQuery(query + " order by 1")) {
        while (rows.next()) {
          keys.add(rows.getString(1));
        }
      }
      return keys;
    }

    static String key(JsonNode customer) {
      return customer.path("sources").path(0).path("key").asText();
    }

    static String id(JsonNode customer) {
      return customer.path("id").asText();
    }

    /** Which of the two ids gives way is the younger one's. */
    boolean isMerged(Scenario scenario) {
      var one = scenario.api().get("/api/customers/" + id(north));
      var other = scenario.api().get("/api/customers/" + id(south));
      return id(one).equals(id(other));
    }

    String survivor(Scenario scenario) {
      return id(scenario.api().get("/api/customers/" + id(north)));
    }

    String yielding(Scenario scenario) {
      return survivor(scenario).equals(id(north)) ? id(south) : id(north);
    }
  }

  @Test
  void shouldTakeBackWhatAPersonSaid(Scenario scenario) throws Exception {
    // Given
    scenario.shouldEqual();
    var pair = Pair.of(scenario);
    var topics = CanonicalState.of(scenario.topics());
    var targets = TargetState.of(scenario.targets());

    // When
    var decision = scenario.api().post("/api/identity/decisions", same(pair));
    shouldBeMerged(scenario, pair);
    scenario.api().delete("/api/identity/decisions/" + decision.path("id").asText());

    // Then
    shouldBe(scenario, topics, targets);
  }

  @Test
  void shouldTakeBackWhatASourceSaid(Scenario scenario) throws Exception {
    // Given
    scenario.shouldEqual();
    var pair = Pair.of(scenario);
    var client = Pair.key(pair.south());
    var email =
        scenario.ask("south", "select mail from clients where client_no = '" + client + "'");
    var topics = CanonicalState.of(scenario.topics());
    var targets = TargetState.of(scenario.targets());

    // When
    scenario.change("south", mail(client, pair.north().path("email").asText()));
    shouldBeMerged(scenario, pair);
    scenario.change("south", mail(client, email));

    // Then
    shouldBe(scenario, topics, targets);
    scenario.shouldEqual();
  }

  /** The orders of the one that gives way are the survivor's in every target, and nobody has it. */
  private static void shouldBeMerged(Scenario scenario, Pair pair) {
    await().atMost(PATIENCE).until(() -> pair.isMerged(scenario));
    var gone = pair.yielding(scenario);
    await().atMost(PATIENCE).until(() -> !TargetState.of(scenario.targets()).mentions(gone));
  }

  private static void shouldBe(Scenario scenario, CanonicalState topics, TargetState targets) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(CanonicalState.of(scenario.topics()).differences(topics)).isEmpty());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(TargetState.of(scenario.targets())).isEqualTo(targets));
  }

  private static String same(Pair pair) {
    return """
        {"entity": "customer", "same": true, "by": "steward",
         "one": {"source": "north", "key": "%s"}, "other": {"source": "south", "key": "%s"}}"""
        .formatted(Pair.key(pair.north()), Pair.key(pair.south()));
  }

  private static String mail(String client, String email) {
    return "update clients set mail = '%s' where client_no = '%s'".formatted(email, client);
  }
}
