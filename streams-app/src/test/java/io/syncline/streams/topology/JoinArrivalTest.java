package io.syncline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.streams.kafka.StoreCatalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever order the rows of split customers arrive in, the same customers come out. */
class JoinArrivalTest {

  private static final int EVENTS = 120;
  private static final int PEOPLE = 6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldNotMatter(long seed) {
    // Given
    var events = events(new Random(seed));
    var shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));

    // When
    var actual = customersAfter(shuffled);

    // Then
    assertThat(actual).isNotEmpty().isEqualTo(customersAfter(events));
  }

  private static Map<String, String> customersAfter(List<Consumer<Flow>> events) {
    try (var flow = new Flow(JoinedSource.lenient())) {
      events.forEach(event -> event.accept(flow));
      var customers = new TreeMap<String, String>();
      flow.entries(StoreCatalogue.CANONICAL_CUSTOMER)
          .forEach(
              (id, customer) ->
                  customers.put(
                      id,
                      String.join(
                          "|",
                          customer.getName().orElse(""),
                          customer.getCity().orElse(""),
                          customer.getCompany().orElse(""),
                          customer.getEmail().orElse(""),
                          customer.getAttributes().toString(),
                          customer.getSources().toString(),
                          customer.getWarnings().toString())));
      return customers;
    }
  }

  private static List<Consumer<Flow>> events(Random random) {
    var events = new ArrayList<Consumer<Flow>>();
    for (var version = 1L; version <= EVENTS; version++) {
      events.add(event(random, version));
    }
    return events;
  }

  private static Consumer<Flow> event(Random random, long version) {
    var table = List.of("people", "addresses", "mails", "firms").get(random.nextInt(4));
    var key = 1L + random.nextInt(PEOPLE);
    if (random.nextInt(6) == 0) {
      return flow -> flow.delete(JoinedSource.NAME, table, key, version);
    }
    var columns = columns(table, 1L + random.nextInt(PEOPLE), random, version);
    return flow -> flow.upsert(JoinedSource.NAME, table, key, version, columns);
  }

  private static Map<String, Object> columns(
      String table, long other, Random random, long version) {
    return switch (table) {
      case "people" -> Map.of("name", "P" + version, "firm", other);
      case "addresses" ->
          Map.of(
              "person",
              other,
              "kind",
              random.nextInt(3) == 0 ? "work" : "home",
              "city",
              "C" + version,
              "main",
              random.nextBoolean());
      case "mails" ->
          Map.of(
              "person",
              other,
              "mail",
              "m" + random.nextInt(8) + "@example.org",
              "rank",
              (long) random.nextInt(3));
      default -> Map.of("title", "F" + version);
    };
  }
}
