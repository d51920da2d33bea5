package io.syncline.local.fault.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.local.bench.topology.flow.FlowTopics;
import io.syncline.local.bench.topology.flow.Servers;
import io.syncline.local.check.Differences;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.schemas.AvroSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} while clusters of several partitions merge and split: at rest equal to the simple
 * answer. {@code -Dsyncline.kills} says how often, {@code -Dsyncline.seed} which customers.
 */
class KilledMergeFaultIT {

  private static final int KILLS = Integer.getInteger("syncline.kills", 4);
  private static final long SEED = Long.getLong("syncline.seed", 7);

  /** Every third kill takes the state stores along. */
  private static final int STATE_LOST = 3;

  /** From this kill on other match rules hold, by which chains become one. */
  private static final int OTHER_EVIDENCE = 2;

  private static final int MOST_LATE = 10;
  private static final int REDIRECTS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration REST = Duration.ofSeconds(2);

  private final Random random = new Random(SEED);
  private final Neighbourhoods crms = new Neighbourhoods(SEED, System.currentTimeMillis());
  private Evidence evidence = Evidence.EMAIL_OR_PHONE;

  /** Of each customer's row, by the id of its own. */
  private final Map<String, Integer> partitions = new HashMap<>();

  private Servers servers;
  private KilledApplication application;
  private PublishedCustomers published;
  private Producer<Object, Object> producer;

  @BeforeEach
  void start() {
    servers = Servers.start(Checkout.find());
    application = new KilledApplication(servers);
    application.start(evidence);
    application.awaitReady();
    var broker = servers.broker().bootstrapServers();
    published = new PublishedCustomers(broker, servers.registry().url());
    var serdes = new AvroSerdes(servers.registry().url());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker), serdes.anyKeyWriter(), serdes.anyValueWriter());
  }

  @AfterEach
  void stop() {
    // What has not been started is null, and left out.
    try (var first = servers;
        var second = published;
        var third = producer) {}
  }

  @Test
  void shouldEqualTheSimpleAnswerAfterKillsInTheMiddleOfMerges() throws Exception {
    // Given
    send(crms.firstWave());
    shouldEqualTheSimpleAnswer("before the first kill");

    // When
    var late = 0;
    for (var kill = 1; kill <= KILLS; kill++) {
      while (!isKilledInTheMiddle(kill)) {
        assertThat(++late).as("kills that came too late, of seed %d", SEED).isLessThan(MOST_LATE);
        application.start(evidence);
      }
      if (kill % STATE_LOST == 0) {
        application.forgetState();
      }
      if (kill == OTHER_EVIDENCE) {
        evidence = Evidence.EMAIL_AND_PHONE;
      }
      application.start(evidence);
      if (kill % 2 == 0) {
        shouldEqualTheSimpleAnswer("after kill " + kill);
      }
    }
    send(crms.nextWave());

    // Then
    shouldEqualTheSimpleAnswer("at the end");
    awaitRest();
    shouldEqualTheSimpleAnswer("at rest");
    shouldLeadOn();
    assertThat(published.repeats()).as("versions twice, seed %d", SEED).isEmpty();
  }

  /** False when no merge was done before it was dead, or all were. */
  private boolean isKilledInTheMiddle(int kill) throws ExecutionException, InterruptedException {
    var standing = Set.copyOf(published.follow().customers().keySet());
    send(crms.nextWave());
    var merging = expected().merging(standing, crms.customers(), partitions);
    var enough = 1 + random.nextInt(1 + merging.size() / 2);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> merged(merging) >= enough);
    application.kill9();
    var merged = merged(merging);
    var cut = OpenTransactions.messages(servers.broker(), KilledApplication.ID);
    System.out.printf(
        "kill %d: %d of %d merges across partitions done, %d messages between nodes cut off%n",
        kill, merged, merging.size(), cut);
    return merged > 0 && merged < merging.size();
  }

  /** How many of these ids stand for nobody any more. */
  private int merged(Set<String> merging) {
    var merged = new HashSet<>(merging);
    merged.removeAll(published.follow().customers().keySet());
    return merged.size();
  }

  /** Returns when all of it stands in the topics. */
  private void send(Collection<CrmCustomer> wave) throws ExecutionException, InterruptedException {
    Map<String, Future<RecordMetadata>> sent = new HashMap<>();
    wave.forEach(customer -> sent.put(customer.ownId(), producer.send(customer.toRecord())));
    producer.flush();
    for (var each : sent.entrySet()) {
      partitions.put(each.getKey(), each.getValue().get().partition());
    }
  }

  private void shouldEqualTheSimpleAnswer(String when) {
    var expected = expected();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(differences(expected, published.follow()))
                    .as("%s, seed %d", when, SEED)
                    .isEmpty());
    servers.requireHealthy();
  }

  private ExpectedCustomers expected() {
    return ExpectedCustomers.of(crms.customers(), evidence);
  }

  private static List<String> differences(ExpectedCustomers expected, PublishedCustomers actual) {
    var differences =
        new ArrayList<>(
            Differences.between(
                Known.texts(expected.customers()), Known.texts(actual.customers())));
    differences.addAll(Differences.between(expected.references(), actual.references()));
    var sources = actual.customers().values().stream().flatMap(each -> each.sources().stream());
    var seen = new HashSet<String>();
    sources.filter(source -> !seen.add(source)).map("in two: "::concat).forEach(differences::add);
    return differences;
  }

  /** Until nothing more is written: what equals for a moment need not stay so. */
  private void awaitRest() {
    try (var topics = new FlowTopics(servers.broker())) {
      var before = new AtomicLong();
      await()
          .atMost(PATIENCE)
          .pollInterval(REST)
          .until(
              () -> {
                var level = topics.level();
                return before.getAndSet(level) == level;
              });
    }
  }

  /** An id that stands for nobody leads to who has its record, or to nobody who is not there. */
  private void shouldLeadOn() {
    application.awaitReady();
    var expected = expected();
    crms.customers().stream()
        .filter(customer -> !expected.customers().containsKey(customer.ownId()))
        .limit(REDIRECTS)
        .forEach(
            customer -> {
              var answer = application.customer(customer.ownId());
              var name = "%s, seed %d".formatted(customer, SEED);
              if (customer.isAlive()) {
                assertThat(answer).as(name).contains(expected.references().get(customer.name()));
              } else {
                answer.ifPresent(id -> assertThat(expected.customers()).as(name).containsKey(id));
              }
            });
  }
}
