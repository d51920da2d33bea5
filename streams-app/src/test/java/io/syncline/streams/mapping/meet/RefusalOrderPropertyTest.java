package io.syncline.streams.mapping.meet;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.CustomerFields;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.mapping.meet.JoinedHistory.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.arbitraries.IntegerArbitrary;

/**
 * Whatever order rows and messages arrive in, the records that pass and those that are in
 * quarantine are those of a batch, and as old.
 */
class RefusalOrderPropertyTest {

  private static final int HISTORIES = 1000;
  private static final int VERSIONS = 25;

  /** The same histories in each build; another number gives others. */
  private static final String SEED = "4";

  /** A name ends with the version, so about a third is refused for itself. */
  private static final String MAPPING =
      """
      source: acme
      tables:
        people: {name: text, firm: integer}
        mails: {person: integer, mail: text}
        firms: {title: text}
      customer:
        from: people
        joins:
          mails: {table: mails, on: person, many: true}
          employer: {table: firms, by: firm}
        fields:
          name: name
          company: employer.title
        attributes:
          mails: join(' ', mails.map(m, m.mail))
        rules:
          company-once: {field: company, unique: true}
          employer-there: {reference: employer}
          no-third: {field: name, format: '/p[0-9]*[^369]/'}
      """;

  private static final Predicate<String> FAULTY = name -> name.matches(".*[369]");

  private static final List<JoinedEntity> JOINED = JoinedHistory.entities(MAPPING);

  @Provide
  IntegerArbitrary versions() {
    return Arbitraries.integers()
        .between(1, VERSIONS)
        .withDistribution(RandomDistribution.uniform());
  }

  @Property(tries = HISTORIES, seed = SEED)
  void shouldNotMatter(@ForAll long chance, @ForAll("versions") int versions) {
    // Given
    var random = new Random(chance);
    var history = JoinedHistory.of(random, versions);

    // When
    var actual = after(history, random);

    // Then
    assertThat(actual).isEqualTo(batch(history));
  }

  @Example
  void shouldAskAgainWhenItsRowComesAgain() {
    // Given
    var network = JoinedHistory.network(JOINED, new Random(1));
    network.row("acme", "firms", "1", 1, Optional.of(JoinedHistory.firm("f1")));
    network.deliverAll();
    network.row("acme", "people", "1", 2, Optional.of(JoinedHistory.person("p2", 1)));
    network.loseMessages();

    // When
    network.row("acme", "people", "1", 4, Optional.of(JoinedHistory.person("p4", 1)));
    network.deliverAll();

    // Then
    assertThat(network.records()).hasSize(1);
  }

  private Map<String, String> after(List<Version> history, Random random) {
    var network = JoinedHistory.arrived(history, JOINED, random);
    var texts = new TreeMap<String, String>();
    network.ages().forEach((name, version) -> texts.put(name, since(version)));
    network
        .records()
        .forEach((name, record) -> texts.merge(name, passed(record.getFields()), String::concat));
    network
        .refused()
        .forEach((name, version) -> texts.merge(name, refused(version), String::concat));
    return texts;
  }

  private static String passed(Optional<Object> fields) {
    var customer = (CustomerFields) fields.orElseThrow();
    return customer.getName().orElseThrow() + "|" + customer.getCompany().orElse("");
  }

  private static String since(long version) {
    return "since " + version + ": ";
  }

  private static String refused(long version) {
    return " refused " + version;
  }

  /** What passes and what is refused, from the versions that count of each row. */
  private static Map<String, String> batch(List<Version> history) {
    var firms = JoinedHistory.lastOf(history).getOrDefault("firms", Map.of());
    var last = new TreeMap<String, Version>();
    var counting = new TreeMap<String, Version>();
    var texts = new TreeMap<String, String>();
    history.stream()
        .filter(version -> version.table().equals("people"))
        .forEach(
            version -> {
              last.put(version.key(), version);
              if (!isFaulty(version)) {
                counting.put(version.key(), version);
                texts.putIfAbsent(name(version.key()), since(version.version()));
              }
            });
    counting.values().removeIf(version -> version.value().isEmpty());
    Set<String> companies = new HashSet<>();
    counting.forEach(
        (key, version) -> {
          var company = String.valueOf(version.column("firm"));
          var mayPass =
              version.column("firm") == null
                  || firms.containsKey(company) && companies.add(company);
          if (mayPass) {
            var title = firms.containsKey(company) ? firms.get(company).column("title") : "";
            texts.merge(name(key), version.column("name") + "|" + title, String::concat);
          } else if (version.equals(last.get(key))) {
            texts.merge(name(key), refused(version.version()), String::concat);
          }
        });
    last.forEach(
        (key, version) -> {
          if (isFaulty(version)) {
            texts.merge(name(key), refused(version.version()), String::concat);
          }
        });
    return texts;
  }

  private static boolean isFaulty(Version version) {
    return version.value().isPresent() && FAULTY.test(version.column("name").toString());
  }

  private static String name(String key) {
    return "acme/customer/" + key;
  }
}
