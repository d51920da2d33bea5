package io.syncline.streams.identity.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.TrustedRecords;
import io.syncline.streams.identity.node.BatchClusters.Pair;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the order of changes and messages, the nodes come to rest at the batch's answer. */
class NodesTest {
  private static final int RECORDS = 12;
  private static final int OPERATIONS = 80;
  private static final int LIMIT = 6;
  private static final int MOST = 8;
  private static final long MOST_MESSAGES = 200_000;

  private static final MatchKeys KEYS =
      record ->
          record
              .getFields()
              .map(CustomerFields.class::cast)
              .map(
                  fields ->
                      Stream.concat(
                              fields.getEmail().map(it -> "email/" + it).stream(),
                              fields.getPhone().map(it -> "phone/" + it).stream())
                          .sorted()
                          .toList())
              .orElseGet(java.util.List::of);

  private final Map<String, MappedRecord> latest = new TreeMap<>();
  private final Map<String, Pair> persons = new TreeMap<>();
  private long version;

  @BeforeAll
  static void trustRecords() {
    TrustedRecords.register();
  }

  @Test
  void shouldComeToRestAtTheBatchesAnswer() {
    for (long seed = 0; seed < 1_000; seed++) {
      latest.clear();
      persons.clear();
      var random = new Random(seed);
      var network = new Network(random, KEYS, new ClusterRule(MOST), LIMIT);
      run(network, random);
      check(network, seed);
    }
  }

  private void run(Network network, Random random) {
    int left = OPERATIONS;
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
    network.record(record);
  }

  private static CustomerFields fields(Random random) {
    return CustomerFields.newBuilder()
        .setEmail(random.nextInt(4) == 0 ? null : "e" + random.nextInt(6))
        .setPhone(random.nextInt(3) == 0 ? null : "p" + random.nextInt(6))
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
      var strength = random.nextBoolean() ? -1.0 : 10.0;
      persons.put(one + other, new Pair(one, other, "person", strength));
      network.person(one, other, strength, false);
    }
  }

  private void check(Network network, long seed) {
    var expected = BatchClusters.of(latest.values(), persons.values(), KEYS, LIMIT, MOST);
    Map<String, Set<String>> byId =
        network.references().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
    assertThat(Set.copyOf(byId.values())).as("seed %d: references", seed).isEqualTo(expected);
    assertThat(
            network.clusters().values().stream()
                .map(NodesTest::members)
                .collect(Collectors.toSet()))
        .as("seed %d: clusters", seed)
        .isEqualTo(expected);
    network
        .clusters()
        .forEach((id, cluster) -> assertThat(byId.get(id)).isEqualTo(members(cluster)));
    for (var cluster : network.clusters().values()) {
      for (var member : cluster.getMembers()) {
        assertThat(member)
            .as("seed %d: latest version", seed)
            .isEqualTo(latest.get(SourceKeys.text(member.getSource())));
      }
    }
  }

  private static Set<String> members(Cluster cluster) {
    return cluster.getMembers().stream()
        .map(member -> SourceKeys.text(member.getSource()))
        .collect(Collectors.toSet());
  }
}
