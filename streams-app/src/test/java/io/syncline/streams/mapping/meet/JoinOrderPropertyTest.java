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
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.arbitraries.IntegerArbitrary;

/** Whatever order rows and messages arrive in, the joined records are those of a batch. */
class JoinOrderPropertyTest {

  private static final int HISTORIES = 400;
  private static final int VERSIONS = 25;

  /** The same histories in each build; another number gives others. */
  private static final String SEED = "4";

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
          email: join(' ', mails.map(m, m.mail))
        rules:
          company-once: {field: company, unique: true, severity: warn}
          employer-there: {reference: employer, severity: warn}
      """;

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

  private Map<String, String> after(List<Version> history, Random random) {
    var network = JoinedHistory.arrived(history, JOINED, random);
    var texts = new TreeMap<String, String>();
    network
        .records()
        .forEach(
            (name, record) ->
                texts.put(
                    name,
                    text((CustomerFields) record.getFields().orElseThrow())
                        + "@"
                        + record.getJoinedVersion()
                        + record.getBroken()));
    return texts;
  }

  private static String text(CustomerFields fields) {
    return String.join(
        "|",
        fields.getName().orElse(""),
        fields.getCompany().orElse(""),
        fields.getEmail().orElse(""));
  }

  /** The joined records, from the last version of each row. */
  private static Map<String, String> batch(List<Version> history) {
    var tables = JoinedHistory.lastOf(history);
    var records = new TreeMap<String, String>();
    Set<String> companies = new HashSet<>();
    tables
        .getOrDefault("people", Map.of())
        .forEach(
            (key, person) ->
                records.put(
                    "acme/customer/" + key,
                    joined(person, tables) + broken(person, tables, companies)));
    return records;
  }

  private static String joined(Version person, Map<String, Map<String, Version>> tables) {
    var row = person.value().orElseThrow();
    var firm =
        Optional.ofNullable(
            tables.getOrDefault("firms", Map.of()).get(String.valueOf(row.get("firm"))));
    var mails =
        tables.getOrDefault("mails", Map.of()).values().stream()
            .filter(m -> person.key().equals(String.valueOf(m.column("person"))))
            .toList();
    var newest =
        Math.max(
            firm.map(Version::version).orElse(0L),
            mails.stream().mapToLong(Version::version).max().orElse(0L));
    return String.join(
            "|",
            row.get("name").toString(),
            firm.map(f -> f.column("title").toString()).orElse(""),
            mails.stream().map(m -> m.column("mail").toString()).collect(Collectors.joining(" ")))
        + "@"
        + newest;
  }

  /**
   * People come in the order of their keys, so the first of a company is not the one that breaks.
   */
  private static List<String> broken(
      Version person, Map<String, Map<String, Version>> tables, Set<String> companies) {
    var firm = person.column("firm");
    if (firm == null) {
      return List.of();
    }
    if (!tables.getOrDefault("firms", Map.of()).containsKey(firm.toString())) {
      return List.of("employer-there");
    }
    return companies.add(firm.toString()) ? List.of() : List.of("company-once");
  }
}
