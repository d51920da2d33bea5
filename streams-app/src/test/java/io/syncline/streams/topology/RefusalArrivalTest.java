package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_CUSTOMER;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever order rows arrive in, the same customers are published and the same are in quarantine:
 * those of a batch.
 */
class RefusalArrivalTest {

  private static final int HISTORIES = 12;
  private static final int EVENTS = 60;
  private static final int PEOPLE = 4;

  /**
   * A version of a row.
   *
   * @param name of a person or a firm; empty when the row was deleted
   * @param mail of a person; empty when there is none
   * @param firm that a person names; 0 when there is none
   */
  private record Event(
      boolean isPerson, long key, long version, String name, String mail, long firm) {

    void arrive(Flow flow) {
      if (name.isEmpty()) {
        flow.delete(StrictSource.NAME, isPerson ? "people" : "firms", key, version);
      } else if (isPerson) {
        StrictSource.person(flow, key, name, mail, firm, version);
      } else {
        StrictSource.firm(flow, key, name, version);
      }
    }

    boolean isFaulty() {
      return isPerson && name.startsWith("p");
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, HISTORIES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldNotMatter(long seed) {
    // Given
    var events = events(new Random(seed));
    var shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));

    // When
    var inOrder = after(events);
    var inAnyOrder = after(shuffled);

    // Then
    assertThat(inOrder).isEqualTo(batch(events));
    assertThat(inAnyOrder).isEqualTo(inOrder);
  }

  private static Map<String, String> after(List<Event> events) {
    try (var flow = new Flow(StrictSource.mappings())) {
      events.forEach(event -> event.arrive(flow));
      var texts = new TreeMap<String, String>();
      for (var customer : flow.entries(CANONICAL_CUSTOMER).values()) {
        texts.put(
            customer.getSources().get(0).getKey(),
            customer.getName().orElseThrow() + "|" + customer.getCompany().orElse(""));
      }
      for (var refused : flow.entries(QUALITY_QUARANTINE).values()) {
        var rejection = refused.getRejection();
        texts.merge(
            rejection.getSourceKey().orElseThrow().getKey(),
            refused(rejection.getOrigin().getTimestamp().toEpochMilli()),
            String::concat);
      }
      return texts;
    }
  }

  private static String refused(long version) {
    return " refused " + version;
  }

  private static List<Event> events(Random random) {
    var events = new ArrayList<Event>();
    for (var version = 1L; version <= EVENTS; version++) {
      var isPerson = random.nextInt(3) > 0;
      var kind = random.nextInt(6);
      var name = (isPerson && kind == 1 ? "p" : "P") + version;
      var mail = random.nextInt(5);
      events.add(
          new Event(
              isPerson,
              1L + random.nextInt(PEOPLE),
              version,
              kind == 0 ? "" : name,
              mail == 0 ? "" : "m" + mail + "@example.org",
              Math.max(0, random.nextInt(7) - 2)));
    }
    return events;
  }

  /** Of each row the version that counts: of people the newest that is not refused by itself. */
  private static Map<String, String> batch(List<Event> events) {
    var firms = new TreeMap<Long, Event>();
    var last = new TreeMap<Long, Event>();
    var counting = new TreeMap<Long, Event>();
    for (var event : events) {
      (event.isPerson() ? last : firms).put(event.key(), event);
      if (event.isPerson() && !event.isFaulty()) {
        counting.put(event.key(), event);
      }
    }
    firms.values().removeIf(firm -> firm.name().isEmpty());
    counting.values().removeIf(person -> person.name().isEmpty());
    var texts = new TreeMap<String, String>();
    var mails = new HashSet<String>();
    counting.forEach(
        (key, person) -> {
          var isFirst = person.mail().isEmpty() || mails.add(person.mail());
          var firm = firms.get(person.firm());
          if (isFirst && (person.firm() == 0 || firm != null)) {
            texts.put(key.toString(), person.name() + "|" + (firm == null ? "" : firm.name()));
          } else if (person.equals(last.get(key))) {
            texts.put(key.toString(), refused(person.version()));
          }
        });
    last.values().stream()
        .filter(Event::isFaulty)
        .forEach(
            person -> texts.merge(person.key() + "", refused(person.version()), String::concat));
    return texts;
  }
}
