package io.syncline.streams.mapping.meet;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.CustomerFields;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.join.JoinedEntity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

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

  private static final Schema PEOPLE =
      SchemaBuilder.record("people")
          .fields()
          .requiredString("name")
          .optionalLong("firm")
          .endRecord();
  private static final Schema MAILS =
      SchemaBuilder.record("mails")
          .fields()
          .optionalLong("person")
          .requiredString("mail")
          .endRecord();
  private static final Schema FIRMS =
      SchemaBuilder.record("firms").fields().requiredString("title").endRecord();

  private static List<JoinedEntity> joined;

  private final AvroSerdes serdes = new AvroSerdes("mock://joins");

  /** A version of a row; without a value it is a deletion. */
  private record Version(String table, String key, long version, Optional<GenericRecord> value) {}

  @BeforeContainer
  static void readTheMapping() throws IOException {
    var file = Files.createTempFile("mapping", ".yaml");
    try {
      joined = Mappings.load(List.of(Files.writeString(file, MAPPING))).joined();
    } finally {
      Files.delete(file);
    }
  }

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
    var history = history(random, versions);

    // When
    var actual = after(history, random);

    // Then
    assertThat(actual).isEqualTo(batch(history));
  }

  private Map<String, String> after(List<Version> history, Random random) {
    var network = new MeetNetwork(random, serdes, joined);
    var arriving = new ArrayList<>(history);
    if (random.nextBoolean()) {
      Collections.shuffle(arriving, random);
    }
    while (!arriving.isEmpty() || !network.atRest()) {
      if (network.atRest() || !arriving.isEmpty() && random.nextBoolean()) {
        var next = arriving.remove(0);
        network.row("acme", next.table(), next.key(), next.version(), next.value());
      } else {
        network.deliverOne();
      }
    }
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

  private static List<Version> history(Random random, int versions) {
    var history = new ArrayList<Version>();
    for (var version = 1L; version <= versions; version++) {
      var table = List.of("people", "mails", "firms").get(random.nextInt(3));
      var key = String.valueOf(1 + random.nextInt(3));
      var value =
          random.nextInt(5) == 0
              ? Optional.<GenericRecord>empty()
              : Optional.of(row(table, version, random));
      history.add(new Version(table, key, version, value));
    }
    return history;
  }

  private static GenericRecord row(String table, long version, Random random) {
    var reference = random.nextInt(6) == 0 ? null : (Long) (1L + random.nextInt(3));
    return switch (table) {
      case "people" -> record(PEOPLE, "name", "p" + version, "firm", reference);
      case "mails" -> record(MAILS, "mail", "m" + version, "person", reference);
      default -> record(FIRMS, "title", "f" + version, "title", "f" + version);
    };
  }

  private static GenericRecord record(
      Schema schema, String column, Object value, String other, Object reference) {
    var record = new GenericData.Record(schema);
    record.put(column, value);
    record.put(other, reference);
    return record;
  }

  /** The joined records, from the last version of each row. */
  private static Map<String, String> batch(List<Version> history) {
    Map<String, Map<String, Version>> tables = new HashMap<>();
    for (var version : history) {
      var rows = tables.computeIfAbsent(version.table(), table -> new TreeMap<>());
      rows.put(version.key(), version);
    }
    tables.values().forEach(rows -> rows.values().removeIf(row -> row.value().isEmpty()));
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
            .filter(m -> person.key().equals(String.valueOf(column(m, "person"))))
            .toList();
    var newest =
        Math.max(
            firm.map(Version::version).orElse(0L),
            mails.stream().mapToLong(Version::version).max().orElse(0L));
    return String.join(
            "|",
            row.get("name").toString(),
            firm.map(f -> column(f, "title").toString()).orElse(""),
            mails.stream().map(m -> column(m, "mail").toString()).collect(Collectors.joining(" ")))
        + "@"
        + newest;
  }

  /**
   * People come in the order of their keys, so the first of a company is not the one that breaks.
   */
  private static List<String> broken(
      Version person, Map<String, Map<String, Version>> tables, Set<String> companies) {
    var firm = column(person, "firm");
    if (firm == null) {
      return List.of();
    }
    if (!tables.getOrDefault("firms", Map.of()).containsKey(firm.toString())) {
      return List.of("employer-there");
    }
    return companies.add(firm.toString()) ? List.of() : List.of("company-once");
  }

  private static Object column(Version version, String name) {
    return version.value().orElseThrow().get(name);
  }
}
