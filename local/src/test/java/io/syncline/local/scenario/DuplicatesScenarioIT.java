package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.crm.GeneratedCrm;
import io.syncline.local.crm.GroundTruth.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@GeneratedPair
class DuplicatesScenarioIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shouldMakeOneCustomerOfEachKnownDuplicateAndOfNoOthers(Scenario scenario, GeneratedCrm crm)
      throws Exception {
    // When
    scenario.shouldEqual();

    // Then
    var expected = groups(crm.truth().sameCustomers(), "customer");
    assertThat(expected).isNotEmpty();
    for (var target : List.of("warehouse", "webshop")) {
      assertThat(merged(scenario, target, "customers")).as(target).isEqualTo(expected);
    }
  }

  @Test
  void shouldMakeOneProductOfEachKnownDuplicateAndOfNoOthers(Scenario scenario, GeneratedCrm crm)
      throws Exception {
    // When
    scenario.shouldEqual();

    // Then
    assertThat(merged(scenario, "warehouse", "products"))
        .isEqualTo(groups(crm.truth().sameProducts(), "product"));
  }

  /** A customer that both sources know answers under both keys with the same record. */
  @Test
  void shouldAnswerForBothKeysWithOneRecord(Scenario scenario, GeneratedCrm crm) throws Exception {
    // Given
    scenario.shouldEqual();
    var pair = crm.truth().sameCustomers().get(0);

    // When
    var north = scenario.api().get("/api/customers?source=north&key=" + pair.north());
    var south = scenario.api().get("/api/customers?source=south&key=" + pair.south());

    // Then
    assertThat(north).isEqualTo(south);
    assertThat(north.path("provenance")).isNotEmpty();
  }

  private static Set<Set<String>> groups(List<Pair> pairs, String entity) {
    return pairs.stream()
        .map(
            pair ->
                Set.of(
                    "north/" + entity + "/" + pair.north(), "south/" + entity + "/" + pair.south()))
        .collect(Collectors.toSet());
  }

  /** The source records of every row of a target that comes of more than one. */
  private static Set<Set<String>> merged(Scenario scenario, String target, String table)
      throws Exception {
    var groups = new HashSet<Set<String>>();
    try (var connection = scenario.database(target).open();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select sources from " + table)) {
      while (row.next()) {
        var members = new TreeSet<String>();
        for (var source : JSON.readTree(row.getString(1))) {
          members.add(
              source.path("source").asText()
                  + "/"
                  + source.path("entity").asText()
                  + "/"
                  + source.path("key").asText());
        }
        if (members.size() > 1) {
          groups.add(members);
        }
      }
    }
    return groups;
  }
}
