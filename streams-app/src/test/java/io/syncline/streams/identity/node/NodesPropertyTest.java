package io.syncline.streams.identity.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.TrustedRecords;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.identity.node.BatchClusters.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.arbitraries.IntegerArbitrary;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the order of changes and messages, the nodes come to rest at the batch's answer. */
class NodesPropertyTest {
  private static final int RECORDS = 12;
  private static final int OPERATIONS = 80;
  private static final int HISTORIES = 500;

  /** The same histories in each build; another number gives others. */
  private static final String SEED = "4";

  /** Of those that are taken while other rules come. */
  private static final int MOST_STEPS = 500;

  private static final long MOST_MESSAGES = 200_000;
  private static final List<String> NAMES = List.of("aaa", "aab", "abb", "bbb", "bbc");

  private static final String RULES =
      """
      customer:
        normalise:
          email: email
          phone: phone
          name: family_name
          city: city
          tax: attributes.tax
        rules:
          email: {all: [exact: email]}
          phone: {all: [exact: phone], limit: 3}
          name:
            block: [[city]]
            score:
              - {levenshtein: name, max: 1, agree: 2, disagree: -1}
              - {exact: phone, agree: 1, disagree: 0}
            match: 2
            review: 1
        veto: [exact: tax]
        limit: 6
        max_cluster: 8
      """;

  /**
   * Rules with other limits, one that compares where one did not, one that is gone, and one new.
   */
  private static final String OTHER_RULES =
      """
      customer:
        normalise:
          email: email
          phone: phone
          name: family_name
          city: city
        rules:
          email: {all: [exact: email], gives: review}
          name: {all: [exact: name], limit: 4}
          city: {block: [[city]], all: [{levenshtein: name, max: 1}]}
        limit: 5
        max_cluster: 8
      """;

  private static MatchRules rules;
  private static MatchRules otherRules;

  private final Map<String, MappedRecord> latest = new TreeMap<>();
  private final Map<String, Long> firstVersions = new TreeMap<>();
  private final Map<String, Pair> persons = new TreeMap<>();
  private long version;

  @BeforeContainer
  static void readRules() throws IOException {
    TrustedRecords.register();
    rules = read(RULES);
    otherRules = read(OTHER_RULES);
  }

  private static MatchRules read(String text) throws IOException {
    var file = Files.createTempFile("rules", ".yaml");
    try {
      return MatchRules.load(Files.writeString(file, text));
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  IntegerArbitrary operations() {
    return Arbitraries.integers()
        .between(1, OPERATIONS)
        .withDistribution(RandomDistribution.uniform());
  }

  @Property(tries = HISTORIES, seed = SEED)
  void shouldComeToRestAtTheBatchesAnswer(
      @ForAll long chance, @ForAll("operations") int operations) {
    // Given
    var random = new Random(chance);
    var network = network(random);

    // When
    run(network, random, operations);

    // Then
    check(network, rules);
  }

  @Property(tries = HISTORIES, seed = SEED)
  void shouldComeToTheAnswerOfOtherRules(
      @ForAll long chance, @ForAll("operations") int before, @ForAll("operations") int after) {
    // Given
    var random = new Random(chance);
    var network = network(random);
    run(network, random, random.nextInt(before));
    operate(network, random);

    // When
    network.changeRules(otherRules);
    run(network, random, after);

    // Then
    check(network, otherRules);
    network.changeRules(rules);
    run(network, random, random.nextInt(after));
    check(network, rules);
  }

  @Property(tries = HISTORIES, seed = SEED)
  void shouldComeBackFromRulesThatSomeHadForAMoment(
      @ForAll long chance, @ForAll("operations") int before, @ForAll("operations") int after) {
    // Given
    var random = new Random(chance);
    var network = network(random);
    run(network, random, before);
    network.changeRules(otherRules);
    for (var steps = random.nextInt(MOST_STEPS); steps > 0 && !network.atRest(); steps--) {
      network.deliverOne();
    }

    // When
    network.changeRules(rules);
    run(network, random, random.nextInt(after));

    // Then
    check(network, rules);
  }

  private Network network(Random random) {
    latest.clear();
    firstVersions.clear();
    persons.clear();
    return new Network(random, rules);
  }

  private void run(Network network, Random random, int operations) {
    int left = operations;
    // Calm nets come to rest between changes, hasty ones never do.
    int haste = 1 + random.nextInt(100);
    while (left > 0 || !network.atRest()) {
      if (left > 0 && (network.atRest() || random.nextInt(100) < haste)) {
        operate(network, random);
        left--;
      } else {
        network.deliverOne();
      }
      assertThat(network.delivered()).as("messages").isLessThan(MOST_MESSAGES);
    }
  }

  private void operate(Network network, Random random) {
    var number = random.nextInt(RECORDS);
    var dice = random.nextInt(10);
    if (dice < 6) {
      record(network, number, fields(random));
    } else if (dice < 8) {
      record(network, number, null);
    } else {
      person(network, random, number);
    }
  }

  private void record(Network network, int number, CustomerFields fields) {
    var record =
        MappedRecord.newBuilder()
            .setSource(new SourceKey("crm", "customer", "" + number))
            .setVersion(++version)
            .setCoordinates(new Coordinates("crm", 0, version))
            .setFields(fields)
            .build();
    latest.put(SourceKeys.text(record.getSource()), record);
    firstVersions.putIfAbsent(SourceKeys.text(record.getSource()), version);
    network.record(record);
  }

  private static CustomerFields fields(Random random) {
    return CustomerFields.newBuilder()
        .setEmail(random.nextInt(4) == 0 ? null : "e" + random.nextInt(6))
        .setPhone(random.nextInt(3) == 0 ? null : "p" + random.nextInt(6))
        .setFamilyName(random.nextInt(3) == 0 ? null : NAMES.get(random.nextInt(NAMES.size())))
        .setCity(random.nextInt(3) == 0 ? null : "c" + random.nextInt(4))
        .setAttributes(random.nextInt(3) > 0 ? Map.of() : Map.of("tax", "t" + random.nextInt(2)))
        .build();
  }

  private void person(Network network, Random random, int number) {
    var one = "crm/customer/" + number;
    var other = "crm/customer/" + random.nextInt(RECORDS);
    if (one.compareTo(other) >= 0 || !latest.containsKey(one) || !latest.containsKey(other)) {
      return;
    }
    var before = persons.remove(one + other);
    if (before != null) {
      network.person(one, other, before.strength(), true);
    } else {
      var strength = random.nextBoolean() ? -1.0 : 2.0;
      persons.put(one + other, new Pair(one, other, "person", strength));
      network.person(one, other, strength, false);
    }
  }

  private void check(Network network, MatchRules rules) {
    var batch = new BatchClusters(rules, latest.values(), persons.values());
    var expected = batch.clusters();
    assertThat(network.reviews()).as("reviews").isEqualTo(batch.reviews());
    Map<String, Set<String>> byId =
        network.references().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
    assertThat(Set.copyOf(byId.values())).as("references").isEqualTo(expected);
    assertThat(
            network.clusters().values().stream()
                .map(NodesPropertyTest::members)
                .collect(Collectors.toSet()))
        .as("clusters")
        .isEqualTo(expected);
    network
        .clusters()
        .forEach(
            (id, cluster) -> {
              assertThat(byId.get(id)).isEqualTo(members(cluster));
              assertThat(id).as("canonical id").isEqualTo(idOf(members(cluster)));
            });
    checkRedirects(network);
    for (var cluster : network.clusters().values()) {
      for (var member : cluster.getMembers()) {
        assertThat(member)
            .as("latest version")
            .isEqualTo(latest.get(SourceKeys.text(member.getSource())));
      }
    }
  }

  /** Whoever kept an id comes to where its own record is now. */
  private void checkRedirects(Network network) {
    latest.forEach(
        (name, record) -> {
          var id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
          var now = Optional.ofNullable(network.references().get(name));
          if (network.redirects().containsKey(id) && now.isPresent()) {
            assertThat(network.redirects().get(id))
                .as("redirect of %s", name)
                .isEqualTo(now.filter(other -> !other.equals(id)));
          }
        });
  }

  /** The id is that of the oldest record. */
  private String idOf(Set<String> members) {
    var oldest =
        members.stream()
            .min(Comparator.comparing(firstVersions::get))
            .orElseThrow()
            .getBytes(UTF_8);
    return UUID.nameUUIDFromBytes(oldest).toString();
  }

  private static Set<String> members(Cluster cluster) {
    return cluster.getMembers().stream()
        .map(member -> SourceKeys.text(member.getSource()))
        .collect(Collectors.toSet());
  }
}
