package io.syncline.local.bench.identity;

import io.syncline.local.bench.identity.arrival.Arrivals;
import io.syncline.local.bench.identity.arrival.Orders;
import io.syncline.local.bench.identity.arrival.Outcome;
import io.syncline.local.bench.identity.cluster.BatchClusters;
import io.syncline.local.bench.identity.cluster.BatchClusters.Member;
import io.syncline.local.bench.identity.cluster.Clustering;
import io.syncline.local.bench.identity.dataset.DataSet;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.match.MatchRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The rules on one data set. */
final class Trial {

  private final MatchRules rules;
  private final Entity entity;
  private final DataSet data;
  private final List<MappedRecord> records;
  private final List<Member> members;

  Trial(MatchRules rules, Entity entity, DataSet data) {
    this.rules = rules;
    this.entity = entity;
    this.data = data;
    CrmRecords crms = new CrmRecords(entity);
    crms.check(rules, data);
    records =
        IntStream.range(0, data.rows().size())
            .mapToObj(at -> crms.record(at, data.rows().get(at)))
            .toList();
    members =
        records.stream()
            .map(record -> new Member(SourceKeys.text(record.getSource()), rules.features(record)))
            .toList();
  }

  /** All rows at once. */
  Clustering batch() {
    return new BatchClusters(rules, rules.maxCluster(entity)).of(members);
  }

  /**
   * The rows one by one, in random orders.
   *
   * @param done is told how many orders have been taken
   */
  Orders arrive(int orders, IntConsumer done) {
    return Orders.of(new Arrivals(rules, entity, records)::outcome, orders, done);
  }

  /** Number of the cluster of each row. */
  List<Integer> clusters(Outcome outcome) {
    return outcome.clusters(members.stream().map(Member::key).toList());
  }

  Mistakes mistakes(Clustering found) {
    return new Mistakes(rules, data, members, found);
  }

  /** How many rows are in a cluster of other rows than elsewhere. */
  static int differing(List<Integer> found, List<Integer> elsewhere) {
    Map<Integer, Set<Integer>> here = byCluster(found);
    Map<Integer, Set<Integer>> there = byCluster(elsewhere);
    return (int)
        IntStream.range(0, found.size())
            .filter(at -> !here.get(found.get(at)).equals(there.get(elsewhere.get(at))))
            .count();
  }

  private static Map<Integer, Set<Integer>> byCluster(List<Integer> clusters) {
    Map<Integer, Set<Integer>> rows = new HashMap<>();
    for (int at = 0; at < clusters.size(); at++) {
      rows.computeIfAbsent(clusters.get(at), unseen -> new HashSet<>()).add(at);
    }
    return rows;
  }
}
