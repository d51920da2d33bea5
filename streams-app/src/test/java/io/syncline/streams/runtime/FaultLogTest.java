package io.syncline.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A fault is told with its place, and never with the contents of a record. */
class FaultLogTest {

  private static final String ADA = "ada@example.org";
  private static final String PLACE =
      "Exception caught in process. taskId=0_1, processor=mapping.map-row, topic=crm.acme.people,"
          + " partition=1, offset=42";

  private final Logger log = (Logger) LoggerFactory.getLogger(FaultPolicy.class);
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();

  @BeforeEach
  void listen() {
    told.start();
    log.addAppender(told);
    log.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(told);
    log.setAdditive(true);
  }

  static Stream<Throwable> quoting() {
    return Stream.of(
        of(() -> Long.parseLong(ADA)),
        of(() -> LocalDate.parse(ADA)),
        of(() -> write(Schema.create(Schema.Type.LONG), ADA)),
        new SerializationException("Error serializing", of(() -> Long.parseLong(ADA))),
        // It says what its cause says.
        new StreamsException(of(() -> Long.parseLong(ADA))));
  }

  @ParameterizedTest
  @MethodSource("quoting")
  void shouldTellWhatFailedAndWhereButNotWhatItQuotes(Throwable cause) {
    // Given
    var fault = new StreamsException(PLACE, cause);

    // When
    new FaultPolicy().handle(fault);

    // Then
    assertThat(told())
        .contains("mend the cause below", PLACE, cause.getClass().getName())
        .contains("at io.syncline.streams.runtime.FaultLogTest")
        .doesNotContain(ADA);
  }

  @Test
  void shouldSayWhatTheBrokerSays() {
    // When
    new FaultPolicy().handle(new StreamsException(new TimeoutException("no answer in 60000 ms")));

    // Then
    assertThat(told()).contains("another takes over", "no answer in 60000 ms");
  }

  @Test
  void shouldSayWhatTheMachineLacks() {
    // When
    new FaultPolicy().handle(new StreamsException(new OutOfMemoryError("Java heap space")));

    // Then
    assertThat(told()).contains("Java heap space");
  }

  /** They would print the exception as it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.kafka.streams.KafkaStreams",
        "org.apache.kafka.streams.processor.internals.TaskExecutor",
        "io.micronaut.http.server.RouteExecutor"
      })
  void shouldLeaveItToNobodyElseToTellOfAFault(String logger) throws JoranException {
    // Given
    var context = new LoggerContext();
    var reader = new JoranConfigurator();
    reader.setContext(context);

    // When
    reader.doConfigure(Path.of("src", "main", "resources", "logback.xml").toFile());

    // Then
    assertThat(context.getLogger(logger).getLevel()).isEqualTo(Level.OFF);
    context.stop();
  }

  private String told() {
    assertThat(told.list).hasSize(1);
    var event = told.list.get(0);
    return event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }

  private static Throwable of(Runnable failing) {
    try {
      failing.run();
      throw new AssertionError("must fail");
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static void write(Schema schema, Object value) {
    try {
      var encoder = EncoderFactory.get().binaryEncoder(new ByteArrayOutputStream(), null);
      new GenericDatumWriter<>(schema).write(value, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
