package io.syncline.local.bench.identity.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.bench.identity.arrival.Outcome.Place;
import io.syncline.schemas.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OrdersTest {

  private static final Place ADA = place("ada", "Ada");
  private static final Place EVE = place("eve", "Eve");
  private static final Place EVA = place("eve", "Eva");

  private final List<Integer> done = new ArrayList<>();

  @Test
  void shouldCountOneResultWhereAllAreTheSame() {
    // When
    Orders orders = Orders.of(seed -> outcome(seed, Map.of("a", ADA, "b", EVE)), 20, done::add);

    // Then
    assertThat(orders.results()).isEqualTo(1);
    assertThat(orders.differences()).isEmpty();
    assertThat(orders.messages()).isEqualTo(7);
    assertThat(done).hasSize(20).endsWith(20);
  }

  @Test
  void shouldNameTheSeedAndTheRecordThatDiffers() {
    // When: a value in two orders, and a record that is missing in another
    Orders orders =
        Orders.of(
            seed ->
                switch ((int) seed) {
                  case 3, 5 -> outcome(seed, Map.of("a", ADA, "b", EVA));
                  case 4 -> outcome(seed, Map.of("b", EVE));
                  default -> outcome(seed, Map.of("a", ADA, "b", EVE));
                },
            6,
            done::add);

    // Then
    assertThat(orders.results()).isEqualTo(3);
    assertThat(orders.differences())
        .containsExactly(
            "Seed 3: b is not as with seed 1",
            "Seed 4: a is not as with seed 1",
            "Seed 5: b is not as with seed 1");
  }

  private static Place place(String id, String name) {
    Customer canonical = new Customer();
    canonical.setId(id);
    canonical.setName(name);
    return new Place(id, canonical);
  }

  private static Outcome outcome(long seed, Map<String, Place> places) {
    return new Outcome(seed, new TreeMap<>(places), 7);
  }
}
