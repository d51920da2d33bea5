package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.KeyMember;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.NodeMessage;
import io.syncline.schemas.Review;
import io.syncline.streams.identity.judgement.Judgements;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps which nodes have which match key, and links them; states keys anew where match rules have
 * changed: nodes may have told them while an instance with the earlier rules had them.
 */
public final class KeyProcessor
    extends ContextualProcessor<String, KeyChange, String, NodeMessage> {

  /** Sorts before what may follow in a name, so that what begins alike stands together. */
  private static final char END = '\u0000';

  private final MatchRules rules;
  private KeyValueStore<String, KeyState> keys;
  private KeyValueStore<String, KeyMember> members;
  private KeyValueStore<String, Review> reviews;
  private Judgements judgements;

  public KeyProcessor(MatchRules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, NodeMessage> context) {
    super.init(context);
    keys = StoreCatalogue.IDENTITY_KEY.in(context);
    members = StoreCatalogue.IDENTITY_KEY_MEMBER.in(context);
    reviews = StoreCatalogue.IDENTITY_REVIEW.in(context);
    judgements = new Judgements(context, StoreCatalogue.IDENTITY_KEY_JUDGEMENT, rules);
    judgements.renew(
        keys,
        (key, state) ->
            actor(new Record<>(key, state, context.currentSystemTimeMs())).judgeAnew(key));
  }

  @Override
  public void process(Record<String, KeyChange> record) {
    judgements.use();
    actor(record).receive(record.value());
  }

  private KeyActor actor(Record<String, ?> cause) {
    return new KeyActor(
        new StoredMembers(),
        rules,
        (to, content) ->
            context().forward(cause.withKey(to.getNode()).withValue(new NodeMessage(to, content))));
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
    public Optional<KeyMember> member(String key, String node) {
      return Optional.ofNullable(members.get(name(key, node)));
    }

    @Override
    public void put(String key, KeyMember member) {
      members.put(name(key, member.getNode().getNode()), member);
    }

    @Override
    public void remove(String key, String node) {
      members.delete(name(key, node));
    }

    @Override
    public List<KeyMember> all(String key, int max) {
      var all = new ArrayList<KeyMember>();
      try (var entries = members.range(key + END, key + (char) (END + 1))) {
        while (all.size() < max && entries.hasNext()) {
          all.add(entries.next().value);
        }
      }
      return all;
    }

    @Override
    public void keep(Review review) {
      reviews.put(name(review), review);
    }

    @Override
    public void forget(Review review) {
      reviews.delete(name(review));
    }

    private static String name(Review review) {
      return name(name(review.getOne(), review.getOther()), review.getKey());
    }

    private static String name(String first, String second) {
      return first + END + second;
    }
  }
}
