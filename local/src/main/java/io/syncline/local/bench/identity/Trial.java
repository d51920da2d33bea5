package io.syncline.local.bench.identity;

import io.syncline.local.bench.identity.cluster.BatchClusters;
import io.syncline.local.bench.identity.cluster.BatchClusters.Member;
import io.syncline.local.bench.identity.cluster.Clustering;
import io.syncline.local.bench.identity.dataset.DataSet;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The rules on one data set. */
final class Trial {

  private final MatchRules rules;
  private final DataSet data;
  private final BatchClusters batch;
  private final List<Member> members;

  Trial(MatchRules rules, DataSet data, CrmRecords crms, int maxCluster) {
    this.rules = rules;
    this.data = data;
    batch = new BatchClusters(rules, maxCluster);
    members = new ArrayList<>();
    for (int at = 0; at < data.rows().size(); at++) {
      MappedRecord record = crms.record(at, data.rows().get(at));
      members.add(new Member(SourceKeys.text(record.getSource()), rules.features(record)));
    }
  }

  Clustering run() {
    return batch.of(members);
  }

  /** How many of so many random orders of the rows give other clusters. */
  int differing(Clustering expected, int orders) {
    Map<String, String> clusters = byKey(members, expected);
    int differing = 0;
    for (int order = 1; order <= orders; order++) {
      List<Member> shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, new Random(order));
      differing += byKey(shuffled, batch.of(shuffled)).equals(clusters) ? 0 : 1;
    }
    return differing;
  }

  Mistakes mistakes(Clustering found) {
    return new Mistakes(rules, data, members, found);
  }

  /** Each record's key with the lowest key of its cluster. */
  private static Map<String, String> byKey(List<Member> members, Clustering found) {
    Map<Integer, String> names = new TreeMap<>();
    for (int at = 0; at < members.size(); at++) {
      names.merge(
          found.clusters().get(at), members.get(at).key(), (a, b) -> a.compareTo(b) < 0 ? a : b);
    }
    Map<String, String> clusters = new TreeMap<>();
    for (int at = 0; at < members.size(); at++) {
      clusters.put(members.get(at).key(), names.get(found.clusters().get(at)));
    }
    return clusters;
  }
}
