package io.syncline.streams.inspection.history;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static io.syncline.streams.CanonicalFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Alteration;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Entity;
import io.syncline.schemas.Redirect;
import io.syncline.schemas.SourceVersion;
import io.syncline.streams.HttpTest;
import io.syncline.streams.kafka.HistoryKeys;
import io.syncline.streams.kafka.StoreCatalogue;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer that was named Ada an hour ago, Bea half an hour ago, and Cleo since ten minutes. */
@MicronautTest
class HistoryTest extends HttpTest {

  private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  private final Instant asAda = now.minus(60, ChronoUnit.MINUTES);
  private final Instant asBea = now.minus(30, ChronoUnit.MINUTES);
  private final Instant asCleo = now.minus(10, ChronoUnit.MINUTES);

  @BeforeEach
  void haveThreeVersions() {
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-1", named("Cleo", asCleo));
    var bea = alteration(asBea, named("Ada", asAda));
    bea.setJoined(List.of(version("7")));
    put(bea);
    var cleo = alteration(asCleo, named("Bea", asBea));
    cleo.setLeft(List.of(Entity.CUSTOMER.of("south", "7")));
    cleo.setChanged(List.of(version("4711")));
    put(cleo);
    // Of another customer, whose id comes next.
    stores.put(
        StoreCatalogue.CANONICAL_CUSTOMER_HISTORY,
        HistoryKeys.of("c-2", asCleo.toEpochMilli()),
        alteration(asCleo, named("Other", asBea)));
  }

  @Test
  void shouldAnswerAsOfATime() {
    assertThat(nameAsOf(asAda)).isEqualTo("Ada");
    assertThat(nameAsOf(asBea.minusMillis(1))).isEqualTo("Ada");
    assertThat(nameAsOf(asBea)).isEqualTo("Bea");
    assertThat(nameAsOf(asCleo)).isEqualTo("Cleo");
    assertThat(nameAsOf(now)).isEqualTo("Cleo");
  }

  @Test
  void shouldSayThatItWasNotThereYet() {
    // When
    var answer = get("/api/customers/c-1?asOf=" + asAda.minusMillis(1));

    // Then
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void shouldSayThatItWasNoMore() {
    // Given
    stores.reset();
    var gone = alteration(asCleo, named("Bea", asBea));
    gone.setGone(true);
    put(gone);

    // Then
    assertThat(nameAsOf(asBea)).isEqualTo("Bea");
    assertThat(get("/api/customers/c-1?asOf=" + asCleo).status()).isEqualTo(404);
    assertThat(changes(get("/api/customers/c-1/history").json()))
        .extracting(change -> change.get("gone"))
        .containsExactly(true);
  }

  @Test
  void shouldAnswerWithTheSurvivorAfterAMerge() {
    // Given
    var gone = alteration(asBea, named("Merged", asAda));
    gone.setGone(true);
    gone.setMergedInto("c-1");
    stores.put(
        StoreCatalogue.CANONICAL_CUSTOMER_HISTORY, HistoryKeys.of("c-0", gone.getVersion()), gone);
    stores.put(StoreCatalogue.CANONICAL_REDIRECT, "c-0", new Redirect("c-0", "c-1"));

    // Then
    assertThat(get("/api/customers/c-0?asOf=" + asAda).json()).containsEntry("name", "Merged");
    assertThat(get("/api/customers/c-0?asOf=" + asBea).json()).containsEntry("name", "Bea");
    assertThat(changes(get("/api/customers/c-0/history").json()))
        .extracting(c -> c.get("cause"), c -> c.get("merged_into"))
        .containsExactly(tuple("merged into c-1.", "c-1"));
  }

  @Test
  void shouldSayHowFarBackItKnows() {
    // When
    var answer = get("/api/customers/c-1?asOf=" + now.minus(31, ChronoUnit.DAYS));

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("history reaches back to", "syncline.history.retention");
  }

  @Test
  void shouldShowHowATimeIsWritten() {
    // When
    var answer = get("/api/customers/c-1?asOf=yesterday");

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("'yesterday' is no time", "2026-01-02T03:04:05Z");
  }

  @Test
  void shouldListWhatChangedWhenAndWhy() {
    // When
    var changes = changes(get("/api/customers/c-1/history").json());

    // Then
    assertThat(changes)
        .extracting(c -> c.get("at"), c -> c.get("cause"), c -> names(c))
        .containsExactly(
            tuple(asBea.toString(), "south/customer/7 joined.", List.of("Ada", "Bea")),
            tuple(
                asCleo.toString(),
                "south/customer/7 left; south/customer/4711 changed.",
                List.of("Bea", "Cleo")));
  }

  @Test
  void shouldGoOnWhereThePageEnded() {
    // Given
    var first = get("/api/customers/c-1/history?max=1").json();

    // When
    var second = get("/api/customers/c-1/history?max=1&from=" + first.get("next")).json();

    // Then
    assertThat(changes(first)).extracting(c -> names(c)).containsExactly(List.of("Ada", "Bea"));
    assertThat(changes(second)).extracting(c -> names(c)).containsExactly(List.of("Bea", "Cleo"));
    assertThat(second).containsEntry("next", null);
  }

  @Test
  void shouldNotKnowTheHistoryOfNobody() {
    assertThat(get("/api/customers/c-0/history").status()).isEqualTo(404);
  }

  @Test
  void shouldShowTheFieldsOfAnOrdersLines() {
    // Given
    var before = anOrder("o-1");
    var after = anOrder("o-1");
    after.getLines().get(0).setQuantity(new BigDecimal("2.0000"));
    stores.put(StoreCatalogue.CANONICAL_ORDER, "o-1", after);
    var change = alteration(asCleo, before);
    change.setId("o-1");
    stores.put(
        StoreCatalogue.CANONICAL_ORDER_HISTORY, HistoryKeys.of("o-1", change.getVersion()), change);

    // When
    var changes = changes(get("/api/orders/o-1/history").json());

    // Then
    assertThat(fields(changes.get(0)))
        .extracting(f -> f.get("field"), f -> f.get("before"), f -> f.get("after"))
        .containsExactly(tuple("lines[10248,11].quantity", "12.0000", "2.0000"));
  }

  private Object nameAsOf(Instant time) {
    return get("/api/customers/c-1?asOf=" + time).json().get("name");
  }

  /** The name before and after, which alone has changed. */
  private static List<Object> names(Map<String, Object> change) {
    var field = fields(change).get(0);
    return List.of(field.get("before"), field.get("after"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> changes(Map<String, Object> history) {
    return (List<Map<String, Object>>) history.get("changes");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> fields(Map<String, Object> change) {
    return (List<Map<String, Object>>) change.get("fields");
  }

  private void put(Alteration alteration) {
    stores.put(
        StoreCatalogue.CANONICAL_CUSTOMER_HISTORY,
        HistoryKeys.of("c-1", alteration.getVersion()),
        alteration);
  }

  private static Customer named(String name, Instant since) {
    var customer = aCustomer("c-1");
    customer.setName(name);
    customer.setVersion(since.toEpochMilli());
    return customer;
  }

  private static Alteration alteration(Instant at, SpecificRecord before) {
    return new Alteration(
        "c-1", at.toEpochMilli(), at, before, false, null, List.of(), List.of(), List.of());
  }

  private static SourceVersion version(String key) {
    return new SourceVersion(
        Entity.CUSTOMER.of("south", key), new Coordinates("crm.south.clients", 0, 1L), 1L);
  }
}
