package io.syncline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Decision;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.Topics;
import io.syncline.streams.identity.match.MatchRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients who share an e-mail address or a town, from one country or another. */
@MicronautTest
@Property(name = "syncline.match", value = EvidenceFlowTest.RULES)
class EvidenceFlowTest extends FlowHttpTest {

  static final String RULES = "src/test/resources/evidence.match.yaml";

  private final Flow flow = new Flow(MatchRules.load(Path.of(RULES)));

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldTellByWhichRuleAndValuesRecordsAreOne() {
    // Given
    client("a", 1000, "Ada Lovelace", "ada@example.org", "London", "GB");
    client("b", 2000, "Countess King", "ada@example.org", "Ockham", "GB");
    client("c", 3000, "A. Lovelance", "other@example.org", "London", "GB");

    // When
    var evidence = evidenceOf("a");

    // Then
    assertThat(evidence)
        .containsEntry("id", id("south/customer/a"))
        .containsEntry(
            "answer", "3 source records are one because of rule 'mail' and rule 'family'.");
    assertThat(keys(evidence, "members")).containsExactly("a", "b", "c");
    assertThat(list(evidence, "evidence"))
        .extracting(e -> e.get("rule"), e -> e.get("shared"), e -> keys(e, "records"))
        .containsExactly(
            tuple("mail", "email=ada@example.org", List.of("a", "b")),
            tuple("family", "city=london", List.of("a", "c")));
    assertThat(list(evidence, "evidence"))
        .allSatisfy(e -> assertThat(e).containsEntry("decision", null))
        .extracting(e -> (double) e.get("strength"))
        .satisfies(
            strengths -> {
              assertThat(strengths.get(0)).isEqualTo(1);
              assertThat(strengths.get(1)).isBetween(0.9, 0.999);
            });
    assertThat(list(evidence, "not_followed")).isEmpty();
  }

  @Test
  void shouldTellWhichVetoKeepsOthersApart() {
    // Given: the centre of what is shared is the one that stays apart
    client("d", 500, "Dora Berg", "ada@example.org", "Paris", "FR");
    client("a", 1000, "Ada Lovelace", "ada@example.org", "London", "GB");
    client("b", 2000, "Countess King", "ada@example.org", "Ockham", "GB");

    // When
    var evidence = evidenceOf("a");

    // Then
    assertThat(list(evidence, "evidence"))
        .singleElement()
        .satisfies(e -> assertThat(keys(e, "records")).containsExactly("a", "b"));
    assertThat(list(evidence, "not_followed"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e)
                  .containsEntry("rule", "mail")
                  .containsEntry("other_id", id("south/customer/d"));
              assertThat(keys(e, "records")).containsExactly("a", "b");
              assertThat(keys(e, "others")).containsExactly("d");
              assertThat(reasons(e))
                  .containsExactly(
                      tuple("veto", "south/customer/a and south/customer/d disagree in 'country'"));
            });
    assertThat(evidence.get("answer").toString())
        .endsWith("; evidence that would join another is not followed.");
  }

  @Test
  void shouldTellWhereAClusterWouldBeTooBig() {
    // Given
    for (var key : List.of("a", "b", "c", "d")) {
      client(key, 1000 + key.charAt(0), "Ada Lovelace", "ada@example.org", "in " + key, "GB");
    }

    // When
    var evidence = evidenceOf("a");

    // Then
    assertThat(keys(evidence, "members")).containsExactly("a", "b", "c");
    assertThat(reasons(list(evidence, "not_followed").get(0)))
        .containsExactly(tuple("max-cluster", "they would be 4 records; 'max_cluster' allows 3"));
    assertThat(flow.metric("max-cluster-total", Map.of("entity", "customer", "rule", "mail")))
        .isPositive();
  }

  @Test
  void shouldTellWhoSaidThatRecordsAreTheSameOrNot() {
    // Given
    client("a", 1000, "Ada Lovelace", "ada@example.org", "London", "GB");
    client("b", 2000, "Countess King", "other@example.org", "Ockham", "FR");
    client("c", 3000, "Dora Berg", "ada@example.org", "Berlin", "GB");
    say("a", "b", true);
    say("a", "c", false);

    // When
    var evidence = evidenceOf("a");

    // Then
    var joining = list(evidence, "evidence").get(0);
    assertThat(joining)
        .containsEntry("rule", "person")
        .containsEntry("shared", null)
        .containsEntry("strength", 2.0);
    assertThat((Map<?, ?>) joining.get("decision")).hasToString(said(true).toString());
    assertThat(evidence.get("answer").toString()).contains("because of a person's word");
    var unfollowed = list(evidence, "not_followed").get(0);
    assertThat(reasons(unfollowed))
        .contains(
            tuple(
                "not-the-same",
                "a person said that south/customer/a and south/customer/c are not the same"));
    assertThat(list(unfollowed, "reasons").get(0).get("decision").toString())
        .contains("by=steward", "reason=she told me");
  }

  private Map<?, ?> said(boolean same) {
    return (Map<?, ?>)
        ((List<?>) get("/api/identity/decisions").json().get("decisions"))
            .stream()
                .filter(it -> ((Map<?, ?>) it).get("same").equals(same))
                .findFirst()
                .orElseThrow();
  }

  private void client(
      String key, long version, String name, String mail, String town, String country) {
    flow.upsert(
        "south",
        "clients",
        key,
        version,
        Map.of("full_name", name, "mail", mail, "town", town, "country", country));
  }

  private void say(String one, String other, boolean same) {
    var first = "south/customer/" + one;
    var second = "south/customer/" + other;
    flow.request(
        Topics.DECISION,
        UUID.nameUUIDFromBytes((first + '\u0000' + second).getBytes(StandardCharsets.UTF_8))
            .toString(),
        new Decision(
            new NodeAddress(first, 0),
            new NodeAddress(second, 0),
            same,
            "steward",
            "she told me",
            Instant.EPOCH));
  }

  private Map<String, Object> evidenceOf(String key) {
    answerFrom(flow);
    return get("/api/customers/%s/evidence".formatted(id("south/customer/" + key))).json();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> from, String name) {
    return (List<Map<String, Object>>) from.get(name);
  }

  private static List<Object> keys(Map<String, Object> from, String name) {
    return list(from, name).stream().map(source -> source.get("key")).toList();
  }

  private static List<Tuple> reasons(Map<String, Object> unfollowed) {
    return list(unfollowed, "reasons").stream()
        .map(reason -> tuple(reason.get("kind"), reason.get("text")))
        .toList();
  }
}
