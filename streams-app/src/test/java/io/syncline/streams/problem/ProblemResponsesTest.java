package io.syncline.streams.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.swagger.v3.oas.annotations.Hidden;
import io.syncline.streams.HttpTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@MicronautTest
class ProblemResponsesTest extends HttpTest {

  @Test
  void shouldTellAnUnknownPathWhereTheContractStands() {
    // When
    var answer = get("/api/nothing");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.json())
        .containsEntry("type", "urn:syncline:problem:route-unknown")
        .containsEntry("status", 404)
        .containsEntry("instance", "/api/nothing")
        .containsEntry("next", "correct-request");
    assertThat(answer.text()).contains("/swagger-ui");
  }

  @Test
  void shouldTellWhenToComeBackWhileItIsNotReady() {
    // Given
    stores.beRestoring();

    // When
    var answer = get("/api/customers/c-1");

    // Then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).hasValue("2");
    assertThat(answer.json())
        .containsEntry("type", "urn:syncline:problem:not-ready")
        .containsEntry("detail", "State is being restored.")
        .containsEntry("next", "retry");
  }

  @Test
  void shouldNotTellWhenToComeBackWhenThatIsOfNoUse() {
    // When
    var answer = get("/api/customers/c-1");

    // Then
    assertThat(answer.header("Retry-After")).isEmpty();
  }

  @Test
  void shouldWriteTheFrameworksRefusalsAsProblemsToo() {
    // When
    var answer = exchange(HttpRequest.POST("/api/stores", "{}"));

    // Then
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.json()).containsEntry("type", "urn:syncline:problem:request-refused");
  }

  @Test
  void shouldTellNobodyWhatAnUnforeseenFailureMayQuote() {
    // Given
    var told = new ListAppender<ILoggingEvent>();
    told.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(told);

    // When
    var answer = get("/failing");
    root.detachAppender(told);

    // Then
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.json()).containsEntry("next", "report");
    assertThat(answer.text()).doesNotContain("ada@example.org");
    assertThat(told.list)
        .extracting(
            event ->
                event.getFormattedMessage()
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()))
        .noneMatch(line -> line.contains("ada@example.org"))
        .anyMatch(
            line ->
                line.contains("java.lang.IllegalStateException")
                    && line.contains("FailingController.fail"));
  }

  @Test
  void shouldGiveEveryCodeATypeOfItsOwn() {
    assertThat(Stream.of(ErrorCode.values()).map(ErrorCode::type)).doesNotHaveDuplicates();
  }

  /** A route that fails in a way nobody foresaw. */
  @Hidden
  @Requires(env = "test")
  @Controller("/failing")
  static class FailingController {

    @Get
    String fail() {
      throw new IllegalStateException("ada@example.org");
    }
  }
}
