package io.syncline.streams.identity;

import io.syncline.schemas.Claim;
import io.syncline.schemas.Cluster;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the records of each cluster; forwards the cluster whenever one comes, changes or leaves.
 */
final class GatherClusterProcessor extends ContextualProcessor<String, Claim, String, Cluster> {

  private KeyValueStore<String, Cluster> clusters;

  @Override
  public void init(ProcessorContext<String, Cluster> context) {
    super.init(context);
    clusters = StoreCatalogue.IDENTITY_CLUSTER.in(context);
  }

  @Override
  public void process(Record<String, Claim> record) {
    var change = record.value().getRecord();
    var known = clusters.get(record.key());
    var members = Membership.after(known == null ? List.of() : known.getMembers(), change);
    var cluster = new Cluster(record.key(), change.getSource().getEntity(), members);
    clusters.put(record.key(), members.isEmpty() ? null : cluster);
    context().forward(record.withValue(cluster));
  }
}
