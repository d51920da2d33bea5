package io.syncline.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultPolicyTest {

  static Stream<Throwable> passing() {
    return Stream.of(
        new StreamsException(new TimeoutException("broker")),
        new MissingSourceTopicException("crm.north.customers"),
        new StreamsException(new ProducerFencedException("another")),
        new StreamsException(
            new SerializationException("registry away", new ConnectException("refused"))),
        new StreamsException(
            new SerializationException("registry ill", new RestClientException("ill", 503, 1))));
  }

  static Stream<Throwable> lasting() {
    return Stream.of(
        new StreamsException(new IllegalStateException("a fault of ours")),
        new StreamsException(new TopicAuthorizationException("canonical.customer")),
        new StreamsException(
            new SerializationException("refused", new RestClientException("incompatible", 409, 1))),
        new ProcessorStateException("store", new IOException("No space left on device")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void shouldLetAnotherThreadTakeOverWhereTryingAgainCanHelp(Throwable fault) {
    assertThat(FaultPolicy.responseTo(fault)).isEqualTo(REPLACE_THREAD);
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void shouldStopWhereTheSameWouldHappenForEver(Throwable fault) {
    assertThat(FaultPolicy.responseTo(fault)).isEqualTo(SHUTDOWN_CLIENT);
  }
}
