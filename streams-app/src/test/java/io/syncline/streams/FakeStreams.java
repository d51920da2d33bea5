package io.syncline.streams;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.syncline.streams.runtime.Streams;
import io.syncline.streams.runtime.StreamsLifecycle;
import io.syncline.streams.runtime.StreamsStatus;
import io.syncline.streams.runtime.StreamsStatus.Phase;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** Streams that stand where a test puts them. */
@Singleton
@Requires(env = "test")
@Replaces(StreamsLifecycle.class)
public class FakeStreams implements Streams, ApplicationEventListener<ServerStartupEvent> {

  private volatile StreamsStatus status = new StreamsStatus(Phase.RUNNING, "", 2, 2);

  public void stand(StreamsStatus status) {
    this.status = status;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    // Nothing starts; as a listener it stands in for the one that would.
  }

  @Override
  public StreamsStatus status() {
    return status;
  }

  @Override
  public Optional<KafkaStreams> client() {
    return Optional.empty();
  }
}
