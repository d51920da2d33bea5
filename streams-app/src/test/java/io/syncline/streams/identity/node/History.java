package io.syncline.streams.identity.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Customer;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.canonical.Survivorship;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.identity.node.BatchClusters.Pair;
import io.syncline.streams.survivorship.SurvivorshipBook;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What happens to a few records of two sources: they are inserted, changed and deleted, people say
 * that two are the same or are not, and take it back. Versions come in any order, some twice.
 */
final class History {
  private static final int RECORDS = 12;
  private static final long MOST_MESSAGES = 200_000;
  private static final List<String> NAMES = List.of("aaa", "aab", "abb", "bbb", "bbc");
  private static final Survivorship<Customer> SURVIVORSHIP =
      new Survivorship<>(Customer.class, SurvivorshipBook.standard().of(Entity.CUSTOMER));

  private final Random random;
  private final Network network;
  private final Map<String, MappedRecord> latest = new TreeMap<>();
  private final Map<String, Long> firstVersions = new TreeMap<>();
  private final Map<String, Pair> persons = new TreeMap<>();
  private long version;

  History(Random random, Network network) {
    this.random = random;
    this.network = network;
  }

  /** So many operations, and messages between them, until nothing is left to deliver. */
  void run(int operations) {
    int left = operations;
    // Calm nets come to rest between changes, hasty ones never do.
    int haste = 1 + random.nextInt(100);
    while (left > 0 || !network.atRest()) {
      if (left > 0 && (network.atRest() || random.nextInt(100) < haste)) {
        operate();
        left--;
      } else {
        network.deliverOne();
      }
      assertThat(network.delivered()).as("messages").isLessThan(MOST_MESSAGES);
    }
  }

  void operate() {
    var number = random.nextInt(RECORDS);
    var dice = random.nextInt(10);
    if (dice < 6) {
      record(number, fields());
    } else if (dice < 8) {
      record(number, null);
    } else {
      person(number);
    }
  }

  private void record(int number, CustomerFields fields) {
    var record =
        MappedRecord.newBuilder()
            .setSource(source(number))
            .setVersion(++version)
            .setCoordinates(new Coordinates("crm", 0, version))
            .setFields(fields)
            .build();
    latest.put(name(number), record);
    firstVersions.putIfAbsent(name(number), version);
    network.record(record);
    if (random.nextInt(10) == 0) {
      network.record(record);
    }
  }

  private static SourceKey source(int number) {
    return new SourceKey(number % 2 == 0 ? "north" : "south", "customer", "" + number);
  }

  private static String name(int number) {
    return SourceKeys.text(source(number));
  }

  private CustomerFields fields() {
    return CustomerFields.newBuilder()
        .setEmail(random.nextInt(4) == 0 ? null : "e" + random.nextInt(6))
        .setPhone(random.nextInt(3) == 0 ? null : "p" + random.nextInt(6))
        .setFamilyName(random.nextInt(3) == 0 ? null : NAMES.get(random.nextInt(NAMES.size())))
        .setCity(random.nextInt(3) == 0 ? null : "c" + random.nextInt(4))
        .setAttributes(random.nextInt(3) > 0 ? Map.of() : Map.of("tax", "t" + random.nextInt(2)))
        .build();
  }

  private void person(int number) {
    var one = name(number);
    var other = name(random.nextInt(RECORDS));
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

  /** Fails unless what is published is what a batch says of the latest versions. */
  void check(MatchRules rules) {
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
            network.clusters().values().stream().map(History::members).collect(Collectors.toSet()))
        .as("clusters")
        .isEqualTo(expected);
    network
        .clusters()
        .forEach(
            (id, cluster) -> {
              assertThat(byId.get(id)).isEqualTo(members(cluster));
              assertThat(id).as("canonical id").isEqualTo(idOf(members(cluster)));
              checkValues(cluster);
            });
    checkRedirects();
  }

  /** The values that survive are those of the latest versions, in order of their sources. */
  private void checkValues(Cluster cluster) {
    var members =
        members(cluster).stream()
            .map(latest::get)
            .sorted(Comparator.comparing(MappedRecord::getSource, SourceKeys.ORDER))
            .toList();
    var expected = Cluster.newBuilder(cluster).setMembers(members).build();
    assertThat(SURVIVORSHIP.merge(cluster)).isEqualTo(SURVIVORSHIP.merge(expected));
  }

  /** Whoever kept an id comes to where its own record is now. */
  private void checkRedirects() {
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
