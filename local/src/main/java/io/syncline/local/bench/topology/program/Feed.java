package io.syncline.local.bench.topology.program;

import io.syncline.schemas.AvroSerdes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

/**
 * Writer of groups of rows in one transaction, which ends when it is told to: until then nobody
 * sees them, and then all at once.
 */
public final class Feed {

  private static final Duration PATIENCE = Duration.ofMinutes(14);

  private final TwoCrms crms = new TwoCrms();
  private final Producer<Object, Object> producer;
  private long rows;

  private Feed(Producer<Object, Object> producer) {
    this.producer = producer;
  }

  public static void main(String[] words) throws InterruptedException {
    Settings settings = Settings.parse(words);
    AvroSerdes serdes = new AvroSerdes(settings.text("registry"));
    Clients clients = new Clients(settings.text("broker"));
    try (Producer<Object, Object> producer =
        clients.transactional("bench-feed", serdes.anyKeyWriter(), serdes.anyValueWriter())) {
      new Feed(producer).run(settings);
    }
  }

  private void run(Settings settings) throws InterruptedException {
    producer.initTransactions();
    producer.beginTransaction();
    if (settings.number("products") == 1) {
      send(crms.products());
    }
    long first = settings.number("first");
    for (long group = first; group < first + settings.number("groups"); group++) {
      send(crms.group(group));
    }
    producer.flush();
    Settings.none().with("rows", rows).write(settings.path("fed"));
    await(settings.path("gate"));
    producer.commitTransaction();
  }

  private void send(List<CrmRow> some) {
    some.forEach(row -> producer.send(row.toRecord()));
    rows += some.size();
  }

  private static void await(Path gate) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(gate)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Nobody opened " + gate);
      }
      Thread.sleep(5);
    }
  }
}
