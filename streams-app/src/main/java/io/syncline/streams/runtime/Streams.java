package io.syncline.streams.runtime;

import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** The streams of this process, as its health and its stores see them. */
public interface Streams {

  /** Where they stand. */
  StreamsStatus status();

  /** The client; empty until it has been started. */
  Optional<KafkaStreams> client();
}
