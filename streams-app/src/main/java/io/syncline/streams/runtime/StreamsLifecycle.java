package io.syncline.streams.runtime;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.syncline.streams.runtime.StreamsStatus.Phase;
import io.syncline.streams.runtime.config.KafkaConfig;
import io.syncline.streams.runtime.config.ProcessingConfig;
import io.syncline.streams.runtime.topics.TopicProvisioner;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of the streams: topics first, then the client, once HTTP answers; at the end it is
 * closed with time to commit.
 */
@Singleton
public class StreamsLifecycle implements Streams, ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsLifecycle.class);
  private static final int SECONDS_BETWEEN_ATTEMPTS = 2;

  private final TopicProvisioner topics;
  private final StreamsClientFactory clients;
  private final StreamsMeters meters;
  private final RestoreProgress restores;
  private final ProcessingConfig config;
  private final KafkaConfig kafka;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable KafkaStreams client;

  StreamsLifecycle(
      TopicProvisioner topics,
      StreamsClientFactory clients,
      StreamsMeters meters,
      RestoreProgress restores,
      ProcessingConfig config,
      KafkaConfig kafka) {
    this.topics = topics;
    this.clients = clients;
    this.meters = meters;
    this.restores = restores;
    this.config = config;
    this.kafka = kafka;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    try {
      if (provisioned()) {
        start();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when the process shuts down before Kafka has answered. */
  private boolean provisioned() throws InterruptedException {
    do {
      try {
        topics.provision();
        return true;
      } catch (ExecutionException e) {
        LOG.warn(
            "Kafka at {} does not answer, or refuses to make topics; trying again: {}",
            kafka.bootstrapServers(),
            e.getCause().toString());
      }
    } while (!stopping.await(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS));
    return false;
  }

  private synchronized void start() {
    if (stopping.getCount() == 0) {
      return;
    }
    var streams = clients.create();
    streams.setStateListener((now, before) -> LOG.info("Streams were {}, are {}", before, now));
    meters.bind(streams);
    streams.start();
    client = streams;
  }

  @PreDestroy
  synchronized void stop() {
    stopping.countDown();
    client()
        .ifPresent(
            streams -> {
              var options =
                  CloseOptions.timeout(config.closeTimeout())
                      .withGroupMembershipOperation(membershipOnClose());
              if (!streams.close(options)) {
                LOG.warn(
                    "Streams did not close within {}; what was not committed is done again after"
                        + " the restart",
                    config.closeTimeout());
              }
              meters.close();
            });
  }

  /** An instance with a lasting name comes back; any other must not be waited for. */
  private GroupMembershipOperation membershipOnClose() {
    return config.instanceId().isEmpty()
        ? GroupMembershipOperation.LEAVE_GROUP
        : GroupMembershipOperation.REMAIN_IN_GROUP;
  }

  @Override
  public Optional<KafkaStreams> client() {
    return Optional.ofNullable(client);
  }

  @Override
  public StreamsStatus status() {
    return client().map(this::status).orElseGet(this::preparing);
  }

  private StreamsStatus preparing() {
    var phase = stopping.getCount() == 0 ? Phase.STOPPING : Phase.PREPARING;
    var sentence = "Kafka at %s is asked for the topics.".formatted(kafka.bootstrapServers());
    return new StreamsStatus(phase, sentence, 0, config.threads());
  }

  private StreamsStatus status(KafkaStreams streams) {
    var live =
        (int)
            streams.metadataForLocalThreads().stream()
                .filter(thread -> !thread.threadState().equals("DEAD"))
                .count();
    var phase = phase(streams.state());
    return new StreamsStatus(phase, waitsFor(phase, live), live, config.threads());
  }

  private static Phase phase(KafkaStreams.State state) {
    return switch (state) {
      case CREATED, REBALANCING -> Phase.STARTING;
      case RUNNING -> Phase.RUNNING;
      case PENDING_SHUTDOWN, NOT_RUNNING -> Phase.STOPPING;
      case PENDING_ERROR, ERROR -> Phase.FAILED;
    };
  }

  private String waitsFor(Phase phase, int live) {
    return switch (phase) {
      case PREPARING, STARTING ->
          restores.sentence().orElse("Partitions are being assigned among the instances.");
      case RUNNING ->
          live == config.threads()
              ? ""
              : "%d of %d processing threads work; another is on its way."
                  .formatted(live, config.threads());
      case STOPPING -> "The process is shutting down.";
      case FAILED -> "A fault stopped the streams; the log names it. Mend it and restart.";
    };
  }
}
