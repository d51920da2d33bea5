package io.syncline.streams.delivery.pull;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.syncline.schemas.Topics;
import io.syncline.streams.EmbeddedKafka;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a cursor of the feed leads when the process or the topic is not what it was. */
class ChangeFeedCursorIT {

  @RegisterExtension static final EmbeddedKafka KAFKA = new EmbeddedKafka();

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
  void shouldGoOnFromACursorInAnotherProcess() {
    // Given
    topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("").cursor();
    topics.publish(Topics.CUSTOMER, "c-2", aCustomer("c-2"));

    // When
    try (var another = topics.application(1)) {
      var changes =
          another.getBean(ChangeFeed.class).after(cursor, Topics.canonical(), 100, Duration.ZERO);

      // Then
      assertThat(changes.changes()).extracting(Change::id).containsExactly("c-2");
    }
  }

  @Test
  void shouldBeginAnewAndSayThatThereIsAGapWhereKafkaHoldsTheChangesNoLonger() throws Exception {
    // Given
    topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("").cursor();
    IntStream.range(0, 10).forEach(i -> topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1")));
    topics.truncate(Topics.CUSTOMER);
    topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));

    // When
    var answer = after(cursor);

    // Then
    assertThat(answer.gap()).isTrue();
    assertThat(answer.changes()).extracting(Change::id).contains("c-1");
    assertThat(after(answer.cursor()).gap()).isFalse();
  }

  @Test
  void shouldSayThatThereIsAGapWhenDeletionsMayHaveBeenCompactedAway() throws Exception {
    // Given
    topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("").cursor();
    application.close();
    topics.keepDeletionsForAnInstant(Topics.CUSTOMER);
    application = topics.application(2);
    feed = application.getBean(ChangeFeed.class);

    // When
    var answer = after(cursor);

    // Then
    assertThat(answer.gap()).isTrue();
  }

  @Test
  void shouldRefuseACursorOfAnotherTopicOfTheSameName() {
    // Given
    topics.publish(Topics.CUSTOMER, "c-1", aCustomer("c-1"));
    var cursor = after("").cursor();
    forget();
    begin();

    // When
    assertThatThrownBy(() -> after(cursor))
        // Then
        .isInstanceOfSatisfying(
            SynclineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CURSOR_INVALID))
        .hasMessageContaining("Begin anew");
  }

  private Changes after(String cursor) {
    return feed.after(cursor, Topics.canonical(), 100, Duration.ZERO);
  }
}
