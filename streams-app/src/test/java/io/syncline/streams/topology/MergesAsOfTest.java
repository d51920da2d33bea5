package io.syncline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Decision;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three customers, of whom people say at one time or another that they are the same. */
@MicronautTest
@Property(name = "syncline.history.retention", value = "36500d")
class MergesAsOfTest extends FlowHttpTest {

  private static final String ADA = "south/customer/ada";
  private static final String BEA = "south/customer/bea";
  private static final String CLEO = "south/customer/cleo";
  private static final String DORA = "south/customer/dora";

  private final Flow flow = new Flow();
  private Instant now = Flow.START;

  @BeforeEach
  void comeOneAfterTheOther() {
    come("dora", 1000);
    come("cleo", 2000);
    come("bea", 3000);
    come("ada", 4000);
  }

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldFollowAnIdToWhereItLedThen() {
    // Given
    var apart = minuteLater();
    say("1", ADA, BEA, true);
    var withBea = minuteLater();
    say("2", BEA, CLEO, true);
    var withCleo = minuteLater();

    // When
    answerFrom(flow);

    // Then
    assertThat(keysAsOf(ADA, apart)).containsExactly("ada");
    assertThat(keysAsOf(ADA, withBea)).containsExactly("ada", "bea");
    assertThat(keysAsOf(ADA, withCleo)).containsExactly("ada", "bea", "cleo");
  }

  @Test
  void shouldFollowAnIdThatLedElsewhereThoughItHasItsOwnRecordsAgain() {
    // Given
    say("1", ADA, BEA, true);
    var together = minuteLater();
    takeBack("1");
    var apart = minuteLater();

    // When
    answerFrom(flow);

    // Then
    assertThat(keysAsOf(ADA, together)).containsExactly("ada", "bea");
    assertThat(keysAsOf(ADA, apart)).containsExactly("ada");
  }

  @Test
  void shouldFollowAnIdThatCameToLeadToAnotherWhichStayed() {
    // Given
    say("1", ADA, BEA, true);
    var withBea = minuteLater();
    say("2", ADA, DORA, true);
    say("3", BEA, DORA, false);
    takeBack("1");
    var withDora = minuteLater();

    // When
    answerFrom(flow);

    // Then
    assertThat(keysAsOf(ADA, withBea)).containsExactly("ada", "bea");
    assertThat(keysAsOf(ADA, withDora)).containsExactly("ada", "dora");
  }

  @Test
  void shouldNotFollowAnIdToBeforeItWas() {
    // Given
    var before = minuteLater();
    come("eve", 5000);
    minuteLater();
    say("1", "south/customer/eve", BEA, true);

    // When
    answerFrom(flow);

    // Then
    assertThat(asOf("south/customer/eve", before).status()).isEqualTo(404);
    assertThat(keysAsOf(BEA, before)).containsExactly("bea");
  }

  @Test
  void shouldKnowWhereAnIdLedThatWasMergedBeforeTheRetention() {
    // Given
    say("1", ADA, BEA, true);
    pass(Duration.ofDays(40));
    var withBea = minuteLater();
    say("2", BEA, CLEO, true);
    minuteLater();

    // When
    answerFrom(flow);

    // Then
    assertThat(keysAsOf(ADA, withBea)).containsExactly("ada", "bea");
  }

  private void come(String key, long version) {
    flow.upsert(
        "south", "clients", key, version, Map.of("full_name", key, "mail", key + "@example.org"));
  }

  private void say(String id, String one, String other, boolean same) {
    flow.request(
        Topics.DECISION,
        id,
        new Decision(
            new NodeAddress(one, 0),
            new NodeAddress(other, 0),
            same,
            "steward",
            null,
            Instant.EPOCH));
  }

  private void takeBack(String id) {
    flow.request(Topics.DECISION, id, null);
  }

  /** The time at which all that was said so far holds. */
  private Instant minuteLater() {
    pass(Duration.ofMinutes(1));
    var then = now;
    pass(Duration.ofMinutes(1));
    return then;
  }

  private void pass(Duration time) {
    flow.passTime(time);
    now = now.plus(time);
  }

  /** Keys of the source records of the customer to which an id led. */
  @SuppressWarnings("unchecked")
  private List<Object> keysAsOf(String record, Instant time) {
    return ((List<Map<String, Object>>) asOf(record, time).json().get("sources"))
        .stream().map(source -> source.get("key")).toList();
  }

  private Answer asOf(String record, Instant time) {
    return get("/api/customers/%s?asOf=%s".formatted(id(record), time));
  }
}
