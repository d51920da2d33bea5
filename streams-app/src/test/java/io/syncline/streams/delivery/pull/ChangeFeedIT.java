package io.syncline.streams.delivery.pull;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static io.syncline.streams.CanonicalFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import io.syncline.streams.EmbeddedKafka;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangeFeedIT {

  @RegisterExtension static final EmbeddedKafka KAFKA = new EmbeddedKafka();

  private static final int PARTITIONS = 2;
  private static final Duration NO_WAIT = Duration.ZERO;

  private Producer<byte[], byte[]> producer;
  private ApplicationContext application;
  private AvroSerdes serdes;
  private ChangeFeed feed;

  @BeforeEach
  void begin() {
    for (var topic : Topics.canonical()) {
      KAFKA.create(topic.name(), PARTITIONS, Map.of("cleanup.policy", "compact,delete"));
    }
    producer = KAFKA.producer(Map.of("transactional.id", "canonical"));
    producer.initTransactions();
    application = application(2);
    serdes = application.getBean(AvroSerdes.class);
    feed = application.getBean(ChangeFeed.class);
  }

  @AfterEach
  void forget() {
    producer.close();
    application.close();
    KAFKA.deleteAllTopics();
  }

  @Test
  void shouldGiveEveryChangeOncePageByPage() {
    // Given
    IntStream.range(0, 50).forEach(i -> publish(Topics.CUSTOMER, "c-" + i, aCustomer("c-" + i)));
    IntStream.range(0, 50).forEach(i -> publish(Topics.ORDER, "o-" + i, anOrder("o-" + i)));

    // When
    var pages = new ArrayList<Changes>();
    do {
      pages.add(after(pages.isEmpty() ? "" : pages.get(pages.size() - 1).cursor(), 7, NO_WAIT));
    } while (pages.get(pages.size() - 1).more());

    // Then
    assertThat(pages).hasSize(15).allSatisfy(page -> assertThat(page.gap()).isFalse());
    assertThat(pages.stream().flatMap(page -> page.changes().stream()).map(Change::id))
        .hasSize(100)
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldKeepTheOrderOfARecordsChanges() {
    // Given
    for (var version = 1; version <= 20; version++) {
      var customer = aCustomer("c-1");
      customer.setVersion(version);
      publish(Topics.CUSTOMER, "c-1", customer);
    }

    // When
    var changes = after("", 1000, NO_WAIT).changes();

    // Then
    assertThat(changes).extracting(Change::version).isSorted().hasSize(20);
  }

  @Test
  void shouldGoOnFromACursorInAnotherProcess() {
    // Given
    publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("", 100, NO_WAIT).cursor();
    publish(Topics.CUSTOMER, "c-2", aCustomer("c-2"));

    // When
    try (var another = application(1)) {
      var changes =
          another.getBean(ChangeFeed.class).after(cursor, Topics.canonical(), 100, NO_WAIT);

      // Then
      assertThat(changes.changes()).extracting(Change::id).containsExactly("c-2");
    }
  }

  @Test
  void shouldGiveTheSameAgainToWhoAsksAgain() {
    // Given
    IntStream.range(0, 10).forEach(i -> publish(Topics.CUSTOMER, "c-" + i, aCustomer("c-" + i)));
    var cursor = after("", 4, NO_WAIT).cursor();
    var once = after(cursor, 4, NO_WAIT);

    // When
    var again = after(cursor, 4, NO_WAIT);

    // Then
    assertThat(again.changes()).hasSameElementsAs(once.changes());
  }

  @Test
  void shouldGiveADeletionWithoutAValue() {
    // Given
    publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("", 100, NO_WAIT).cursor();
    delete(Topics.CUSTOMER, "c-1");

    // When
    var changes = after(cursor, 100, NO_WAIT).changes();

    // Then
    assertThat(changes).containsExactly(new Change("customer", "c-1", null, true, null));
  }

  @Test
  void shouldNotGiveWhatWasNeverCommitted() {
    // Given
    producer.beginTransaction();
    producer.send(record(Topics.CUSTOMER, "c-1", aCustomer("c-1")));
    producer.flush();
    producer.abortTransaction();
    publish(Topics.CUSTOMER, "c-2", aCustomer("c-2"));

    // When
    var answer = after("", 100, NO_WAIT);

    // Then
    assertThat(answer.changes()).extracting(Change::id).containsExactly("c-2");
    assertThat(answer.more()).isFalse();
  }

  @Test
  void shouldGiveOnlyTheEntitiesThatWereAskedForAndTheOthersLater() {
    // Given
    publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    publish(Topics.ORDER, "o-1", anOrder("o-1"));

    // When
    var orders = feed.after("", List.of(Topics.ORDER), 100, NO_WAIT);
    var rest = after(orders.cursor(), 100, NO_WAIT);

    // Then
    assertThat(orders.changes()).extracting(Change::id).containsExactly("o-1");
    assertThat(rest.changes()).extracting(Change::id).containsExactly("c-1");
  }

  @Test
  void shouldAnswerAsSoonAsAChangeComes() {
    // Given
    var cursor = after("", 100, NO_WAIT).cursor();
    var waiting = CompletableFuture.supplyAsync(() -> after(cursor, 100, Duration.ofSeconds(30)));

    // When
    publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));

    // Then
    assertThat(waiting)
        .succeedsWithin(Duration.ofSeconds(10))
        .satisfies(answer -> assertThat(answer.changes()).extracting(Change::id).contains("c-1"));
  }

  @Test
  void shouldAnswerWithNothingWhenNothingComesInTime() {
    // Given
    var cursor = after("", 100, NO_WAIT).cursor();

    // When
    var answer = after(cursor, 100, Duration.ofMillis(200));

    // Then
    assertThat(answer.changes()).isEmpty();
    assertThat(answer.more()).isFalse();
  }

  @Test
  void shouldBeginAnewAndSayThatThereIsAGapWhereKafkaHoldsTheChangesNoLonger() throws Exception {
    // Given
    publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("", 100, NO_WAIT).cursor();
    IntStream.range(0, 10).forEach(i -> publish(Topics.CUSTOMER, "c-1", aCustomer("c-1")));
    truncate(Topics.CUSTOMER);
    publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));

    // When
    var answer = after(cursor, 100, NO_WAIT);

    // Then
    assertThat(answer.gap()).isTrue();
    assertThat(answer.changes()).extracting(Change::id).contains("c-1");
    assertThat(after(answer.cursor(), 100, NO_WAIT).gap()).isFalse();
  }

  @Test
  void shouldSayThatThereIsAGapWhenDeletionsMayHaveBeenCompactedAway() throws Exception {
    // Given
    publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("", 100, NO_WAIT).cursor();
    application.close();
    keepDeletionsForAnInstant(Topics.CUSTOMER);
    application = application(2);
    feed = application.getBean(ChangeFeed.class);

    // When
    var answer = after(cursor, 100, NO_WAIT);

    // Then
    assertThat(answer.gap()).isTrue();
  }

  @Test
  void shouldRefuseACursorOfAnotherTopicOfTheSameName() {
    // Given
    publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("", 100, NO_WAIT).cursor();
    forget();
    begin();

    // When
    assertThatThrownBy(() -> after(cursor, 100, NO_WAIT))
        // Then
        .isInstanceOfSatisfying(
            SynclineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CURSOR_INVALID))
        .hasMessageContaining("Begin anew");
  }

  @Test
  void shouldSayWhenAllReadersAreBusy() {
    // Given
    var cursor = after("", 100, NO_WAIT).cursor();
    var readers = application.getBean(ChangeReaders.class);

    // When
    ThrowingCallable third =
        () ->
            readers.use(Map.of(), one -> readers.use(Map.of(), two -> after(cursor, 100, NO_WAIT)));

    // Then
    assertThatThrownBy(third)
        .isInstanceOfSatisfying(
            SynclineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_READERS));
    assertThat(after(cursor, 100, NO_WAIT).changes()).as("given back").isEmpty();
  }

  private Changes after(String cursor, int max, Duration wait) {
    return feed.after(cursor, Topics.canonical(), max, wait);
  }

  private <V extends SpecificRecord> void publish(Topic<V> topic, String key, V value) {
    commit(record(topic, key, value));
  }

  private void delete(Topic<?> topic, String key) {
    commit(new ProducerRecord<>(topic.name(), bytes(key), null));
  }

  private void commit(ProducerRecord<byte[], byte[]> record) {
    producer.beginTransaction();
    producer.send(record);
    producer.commitTransaction();
  }

  private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
      Topic<V> topic, String key, V value) {
    var bytes = serdes.of(topic.type()).serializer().serialize(topic.name(), value);
    return new ProducerRecord<>(topic.name(), bytes(key), bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Deletes all that is there. */
  private static void truncate(Topic<?> topic) throws Exception {
    try (var admin = KAFKA.admin()) {
      var all = new HashMap<TopicPartition, RecordsToDelete>();
      for (var partition = 0; partition < PARTITIONS; partition++) {
        all.put(new TopicPartition(topic.name(), partition), RecordsToDelete.beforeOffset(-1));
      }
      admin.deleteRecords(all).all().get();
    }
  }

  private static void keepDeletionsForAnInstant(Topic<?> topic) throws Exception {
    try (var admin = KAFKA.admin()) {
      var instant =
          new AlterConfigOp(
              new ConfigEntry(TopicConfig.DELETE_RETENTION_MS_CONFIG, "1"), OpType.SET);
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
      admin.incrementalAlterConfigs(Map.of(resource, List.of(instant))).all().get();
    }
  }

  private static ApplicationContext application(int readers) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .properties(
            Map.of(
                "syncline.kafka.bootstrap-servers",
                KAFKA.address(),
                "syncline.registry.url",
                "mock://change-feed",
                "syncline.mappings",
                "../connect-config/sources/north/mapping.yaml",
                "syncline.pull.readers",
                readers))
        .start();
  }
}
