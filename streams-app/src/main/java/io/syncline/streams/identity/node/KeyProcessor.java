package io.syncline.streams.identity.node;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeMessage;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps which nodes have which match key, and links them. */
public final class KeyProcessor
    extends ContextualProcessor<String, KeyChange, String, NodeMessage> {

  /** Sorts before what may follow in a name, so that a key's members stand together. */
  private static final char END_OF_KEY = '\u0000';

  private final int limit;
  private KeyValueStore<String, KeyState> keys;
  private KeyValueStore<String, NodeAddress> members;

  /**
   * @param limit how many records may have a key that proves something
   */
  public KeyProcessor(int limit) {
    this.limit = limit;
  }

  @Override
  public void init(ProcessorContext<String, NodeMessage> context) {
    super.init(context);
    keys = StoreCatalogue.IDENTITY_KEY.in(context);
    members = StoreCatalogue.IDENTITY_KEY_MEMBER.in(context);
  }

  @Override
  public void process(Record<String, KeyChange> record) {
    new KeyActor(
            new StoredMembers(),
            limit,
            (to, content) ->
                context()
                    .forward(record.withKey(to.getNode()).withValue(new NodeMessage(to, content))))
        .receive(record.value());
  }

  private final class StoredMembers implements KeyMembers {

    @Override
    public Optional<KeyState> state(String key) {
      return Optional.ofNullable(keys.get(key));
    }

    @Override
    public void keep(String key, KeyState state) {
      keys.put(key, state.getCount() == 0 ? null : state);
    }

    @Override
    public boolean has(String key, String node) {
      return members.get(member(key, node)) != null;
    }

    @Override
    public void add(String key, NodeAddress node) {
      members.put(member(key, node.getNode()), node);
    }

    @Override
    public void remove(String key, String node) {
      members.delete(member(key, node));
    }

    @Override
    public List<NodeAddress> nodes(String key, int max) {
      var nodes = new ArrayList<NodeAddress>();
      try (var entries = members.range(key + END_OF_KEY, key + (char) (END_OF_KEY + 1))) {
        while (nodes.size() < max && entries.hasNext()) {
          nodes.add(entries.next().value);
        }
      }
      return nodes;
    }

    private static String member(String key, String node) {
      return key + END_OF_KEY + node;
    }
  }
}
