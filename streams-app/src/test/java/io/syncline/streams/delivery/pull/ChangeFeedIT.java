package io.syncline.streams.delivery.pull;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static io.syncline.streams.CanonicalFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.syncline.schemas.Topics;
import io.syncline.streams.EmbeddedKafka;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which changes the feed gives, and when. */
class ChangeFeedIT {

  @RegisterExtension static final EmbeddedKafka KAFKA = new EmbeddedKafka();

  private static final Duration NO_WAIT = Duration.ZERO;

  private CanonicalTopics topics;
  private ApplicationContext application;
  private ChangeFeed feed;

  @BeforeEach
  void begin() {
    topics = new CanonicalTopics(KAFKA);
    application = topics.application(2);
    feed = application.getBean(ChangeFeed.class);
  }

  @AfterEach
  void forget() {
    application.close();
    topics.close();
  }

  @Test
  void shouldGiveEveryChangeOncePageByPage() {
    // Given
    IntStream.range(0, 50)
        .forEach(i -> topics.publish(Topics.CUSTOMER, "c-" + i, aCustomer("c-" + i)));
    IntStream.range(0, 50).forEach(i -> topics.publish(Topics.ORDER, "o-" + i, anOrder("o-" + i)));

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
      topics.publish(Topics.CUSTOMER, "c-1", customer);
    }

    // When
    var changes = after("", 1000, NO_WAIT).changes();

    // Then
    assertThat(changes).extracting(Change::version).isSorted().hasSize(20);
  }

  @Test
  void shouldGiveTheSameAgainToWhoAsksAgain() {
    // Given
    IntStream.range(0, 10)
        .forEach(i -> topics.publish(Topics.CUSTOMER, "c-" + i, aCustomer("c-" + i)));
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
    topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("", 100, NO_WAIT).cursor();
    topics.delete(Topics.CUSTOMER, "c-1");

    // When
    var changes = after(cursor, 100, NO_WAIT).changes();

    // Then
    assertThat(changes).containsExactly(new Change("customer", "c-1", null, true, null));
  }

  @Test
  void shouldNotGiveWhatWasNeverCommitted() {
    // Given
    topics.abort(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    topics.publish(Topics.CUSTOMER, "c-2", aCustomer("c-2"));

    // When
    var answer = after("", 100, NO_WAIT);

    // Then
    assertThat(answer.changes()).extracting(Change::id).containsExactly("c-2");
    assertThat(answer.more()).isFalse();
  }

  @Test
  void shouldGiveOnlyTheEntitiesThatWereAskedForAndTheOthersLater() {
    // Given
    topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    topics.publish(Topics.ORDER, "o-1", anOrder("o-1"));

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
    topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));

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
}
