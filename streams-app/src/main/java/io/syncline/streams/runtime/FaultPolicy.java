package io.syncline.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.syncline.streams.problem.FaultTrace;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a processing thread that failed. Where trying again can help, another thread
 * takes over from the last commit; where the same record would fail again for ever, the client
 * stops and health says so.
 */
final class FaultPolicy implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FaultPolicy.class);
  private static final int SERVER_ERROR = 500;

  @Override
  public StreamThreadExceptionResponse handle(Throwable fault) {
    var response = responseTo(fault);
    if (response == REPLACE_THREAD) {
      LOG.warn(
          "A processing thread failed for a passing reason; another takes over from the last"
              + " commit. If this repeats, look at Kafka and the schema registry",
          FaultTrace.of(fault));
    } else {
      LOG.error(
          "A processing thread failed in a way that would repeat; the streams stop here. Nothing"
              + " is lost: mend the cause below, then restart this instance",
          FaultTrace.of(fault));
    }
    return response;
  }

  static StreamThreadExceptionResponse responseTo(Throwable fault) {
    // A full or broken disk stays so, whatever lies beneath it.
    var disk = causes(fault).anyMatch(ProcessorStateException.class::isInstance);
    return !disk && causes(fault).anyMatch(FaultPolicy::passes) ? REPLACE_THREAD : SHUTDOWN_CLIENT;
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
  }

  private static boolean passes(Throwable cause) {
    if (cause instanceof RestClientException registry) {
      return registry.getStatus() >= SERVER_ERROR;
    }
    return cause instanceof RetriableException
        || cause instanceof ProducerFencedException
        || cause instanceof InvalidProducerEpochException
        // Brokers learn of a new topic one after another.
        || cause instanceof MissingSourceTopicException
        || cause instanceof TaskMigratedException
        || cause instanceof TaskCorruptedException
        || cause instanceof IOException;
  }
}
