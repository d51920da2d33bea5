package io.syncline.streams.identity;

import io.syncline.schemas.Decision;
import io.syncline.schemas.Link;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeMessage;
import io.syncline.streams.identity.group.ClusterRule;
import io.syncline.streams.kafka.StoreCatalogue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps what people say of two records, and tells both nodes. */
final class DecisionProcessor extends ContextualProcessor<String, Decision, String, NodeMessage> {

  private static final String EVIDENCE = "person";

  private KeyValueStore<String, Decision> decisions;

  @Override
  public void init(ProcessorContext<String, NodeMessage> context) {
    super.init(context);
    decisions = StoreCatalogue.IDENTITY_DECISION.in(context);
  }

  @Override
  public void process(Record<String, Decision> record) {
    var before = decisions.get(record.key());
    decisions.put(record.key(), record.value());
    if (record.value() != null) {
      tell(record, record.value(), false);
    } else if (before != null) {
      tell(record, before, true);
    }
  }

  private void tell(Record<String, Decision> cause, Decision decision, boolean gone) {
    var strength = decision.getSame() ? ClusterRule.SAME : ClusterRule.NOT_SAME;
    tell(cause, decision.getOne(), decision.getOther(), strength, gone);
    tell(cause, decision.getOther(), decision.getOne(), strength, gone);
  }

  private void tell(
      Record<String, Decision> cause,
      NodeAddress node,
      NodeAddress other,
      double strength,
      boolean gone) {
    var change = new LinkChange(new Link(other, EVIDENCE, strength, false), gone);
    context().forward(cause.withKey(node.getNode()).withValue(new NodeMessage(node, change)));
  }
}
