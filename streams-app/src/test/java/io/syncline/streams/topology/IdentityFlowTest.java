package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_REDIRECT;
import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncline.schemas.ClusterChange;
import io.syncline.schemas.ClusterEvent;
import io.syncline.schemas.Decision;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.Redirect;
import io.syncline.schemas.Review;
import io.syncline.schemas.Topics;
import io.syncline.streams.identity.match.MatchRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFlowTest {

  private static final String NORTH = "north/customer/4711";
  private static final String SOUTH = "south/customer/C-1";

  private Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldSayWhatBecomesOfAnId() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    south("other@example.org", 2000);

    // When
    south("ada@example.org", 3000);
    var merged = flow.entries(CANONICAL_REDIRECT);
    south("other@example.org", 4000);

    // Then
    assertThat(flow.published(Topics.IDENTITY_EVENT))
        .extracting(Flow.Published::value)
        .extracting(ClusterEvent::getId, ClusterEvent::getChange, ClusterEvent::getOther)
        .containsExactly(
            tuple(id(SOUTH), ClusterChange.MERGED, id(NORTH)),
            tuple(id(SOUTH), ClusterChange.SPLIT, id(NORTH)));
    assertThat(merged.values()).containsExactly(new Redirect(id(SOUTH), id(NORTH)));
    assertThat(flow.entries(CANONICAL_REDIRECT)).isEmpty();
  }

  @Test
  void shouldNotMakeOneOfTwoWhoShareASwitchboard() {
    // Given
    var ada = Map.<String, Object>of("last_name", "Lovelace", "phone", "+1 415 555 2671 ext. 12");
    var alan = Map.<String, Object>of("last_name", "Turing", "phone", "+1 415 555 2671 ext. 34");

    // When
    flow.upsert("north", "customers", 1L, 1000, ada);
    flow.upsert("north", "customers", 2L, 1000, alan);

    // Then
    assertThat(flow.customers())
        .extracting(customer -> customer.getPhone().orElseThrow())
        .containsExactlyInAnyOrder("+1 415 555 2671 ext. 12", "+1 415 555 2671 ext. 34");
  }

  @Test
  void shouldSayThatAnIdWithoutRecordsLeadsElsewhere() {
    // Given
    flow.upsert("south", "clients", "C-0", 500, Map.of("full_name", "Eve", "mail", "eve@x.org"));
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    south("other@example.org", 2000);
    south("ada@example.org", 3000);
    flow.published(Topics.IDENTITY_EVENT);

    // When
    flow.request(Topics.DECISION, "eve", decision("south/customer/C-0", NORTH, true));

    // Then
    assertThat(flow.published(Topics.IDENTITY_EVENT))
        .extracting(Flow.Published::value)
        .extracting(ClusterEvent::getId, ClusterEvent::getChange, ClusterEvent::getOther)
        .containsExactlyInAnyOrder(
            tuple(id(NORTH), ClusterChange.MERGED, id("south/customer/C-0")),
            tuple(id(SOUTH), ClusterChange.REDIRECTED, id("south/customer/C-0")));
    assertThat(flow.entries(CANONICAL_REDIRECT).values())
        .extracting(Redirect::getTo)
        .containsOnly(id("south/customer/C-0"));
  }

  @Test
  void shouldLeadFromADeletedRecordToWhatWasTheSame() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    south("ada@example.org", 2000);

    // When
    flow.delete("north", "customers", 4711L, 3000);

    // Then
    assertThat(flow.entries(CANONICAL_REDIRECT).values())
        .containsExactly(new Redirect(id(NORTH), id(SOUTH)));
  }

  @Test
  void shouldHoldAPersonsSameUntilItIsTakenBack() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    south("other@example.org", 2000);

    // When
    flow.request(Topics.DECISION, "pair", decision(true));
    var together = flow.entries(CANONICAL_REDIRECT);
    flow.request(Topics.DECISION, "pair", null);

    // Then
    assertThat(together.values()).containsExactly(new Redirect(id(SOUTH), id(NORTH)));
    assertThat(flow.entries(CANONICAL_REDIRECT)).isEmpty();
    assertThat(flow.customers()).hasSize(2);
  }

  @Test
  void shouldHoldAPersonsNotTheSameWhateverBecomesOfTheRecords() {
    // Given
    flow.request(Topics.DECISION, "pair", decision(false));
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    south("ada@example.org", 2000);

    // When
    flow.delete("south", "clients", "C-1", 3000);
    south("ada@example.org", 4000);

    // Then
    assertThat(flow.latest(Topics.CUSTOMER)).containsOnlyKeys(id(NORTH), id(SOUTH));
  }

  @Test
  void shouldAskAPersonAboutWhatIsInBetween(@TempDir Path folder) throws IOException {
    // Given
    flow.close();
    flow = new Flow(rules(folder));

    // When
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    south("other@example.org", 2000);

    // Then
    assertThat(flow.entries(IDENTITY_REVIEW).values())
        .containsExactly(new Review(NORTH, SOUTH, "name/given=ada", 1.0));
    assertThat(flow.customers()).hasSize(2);
  }

  @Test
  void shouldJudgeAnewWhenTheRulesAreOthers(@TempDir Path folder) throws IOException {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    south("other@example.org", 2000);

    // When
    flow = flow.restartedWith(rules(folder));
    flow.passTime(Duration.ofSeconds(1));

    // Then
    assertThat(flow.entries(IDENTITY_REVIEW)).hasSize(1);
  }

  private void south(String email, long version) {
    flow.upsert(
        "south", "clients", "C-1", version, Map.of("full_name", "Ada Lovelace", "mail", email));
  }

  private static MatchRules rules(Path folder) throws IOException {
    return MatchRules.load(
        Files.writeString(
            folder.resolve("match.yaml"),
            """
            customer:
              normalise: {name: name | fold, given: given_name | fold}
              rules:
                name: {block: [[given]], all: [{jaro_winkler: name, min: 0.9}], gives: review}
            """));
  }

  private static Decision decision(boolean same) {
    return decision(NORTH, SOUTH, same);
  }

  private static Decision decision(String one, String other, boolean same) {
    return new Decision(
        new NodeAddress(one, 0), new NodeAddress(other, 0), same, "steward", null, Instant.EPOCH);
  }

  private static String id(String record) {
    return UUID.nameUUIDFromBytes(record.getBytes()).toString();
  }
}
