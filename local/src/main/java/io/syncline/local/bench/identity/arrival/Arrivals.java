package io.syncline.local.bench.identity.arrival;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.TrustedRecords;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Records that arrive at the application's nodes and match keys in random orders.
 *
 * <p>A seed decides about all that chance does: the order of the records, which of them come twice,
 * how much of what follows from them is done before the next one comes, and which of the messages
 * that may be delivered next is. The clock of the nodes' births runs with it.
 */
public final class Arrivals {

  private static final int ONE_OF_TWICE = 10;

  private final MatchRules rules;
  private final List<MappedRecord> records;
  private final Merger merger;

  public Arrivals(MatchRules rules, Entity entity, List<MappedRecord> records) {
    TrustedRecords.register();
    this.rules = rules;
    this.records = List.copyOf(records);
    this.merger = new Merger(entity);
  }

  /** What has come out when everything has arrived, and nothing is on its way any more. */
  public Outcome outcome(long seed) {
    Random random = new Random(seed);
    NodeNetwork network = new NodeNetwork(random, rules);
    // Calm nets come to rest between records, hasty ones hardly ever do.
    int haste = 1 + random.nextInt(100);
    for (MappedRecord record : order(random)) {
      while (!network.isAtRest() && random.nextInt(100) >= haste) {
        network.deliverOne();
      }
      network.arrive(record);
    }
    while (!network.isAtRest()) {
      network.deliverOne();
    }
    return Outcome.of(seed, network.published(), merger::merge, network.delivered());
  }

  private List<MappedRecord> order(Random random) {
    List<MappedRecord> order = new ArrayList<>(records);
    records.stream().filter(record -> random.nextInt(ONE_OF_TWICE) == 0).forEach(order::add);
    Collections.shuffle(order, random);
    List<MappedRecord> arriving = new ArrayList<>();
    for (MappedRecord record : order) {
      arriving.add(
          MappedRecord.newBuilder(record)
              .setCoordinates(
                  new Coordinates(record.getCoordinates().getTopic(), 0, (long) arriving.size()))
              .build());
    }
    return arriving;
  }
}
