package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.KeyMember;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.NodeAddress;
import io.syncline.streams.identity.match.MatchRules;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What a match key does with those that have it: links them, as far as its rule says. A key that
 * more have than the rule's limit proves nothing: it links none.
 */
public final class KeyActor {
  private final KeyMembers members;
  private final MatchRules rules;
  private final BiConsumer<NodeAddress, Object> post;

  /**
   * @param post takes what is sent to a node
   */
  public KeyActor(KeyMembers members, MatchRules rules, BiConsumer<NodeAddress, Object> post) {
    this.members = members;
    this.rules = rules;
    this.post = post;
  }

  public void receive(KeyChange change) {
    var key = new Key(change.getKey());
    var known = members.member(change.getKey(), change.getNode().getNode());
    var member = new KeyMember(change.getNode(), change.getFeatures());
    if (known.isPresent() && change.getGone()) {
      key.remove(known.get());
    } else if (known.isPresent()) {
      key.replace(known.get(), member);
    } else if (!change.getGone()) {
      key.add(member);
    }
  }

  /** One key, while it is told of a change. */
  private final class Key {
    private final String name;
    private final int limit;
    private final KeyState state;
    private final Linking linking;

    Key(String name) {
      var rule = MatchKeys.ruleOf(name);
      this.name = name;
      this.limit = rules.knows(rule) ? rules.limit(rule) : Integer.MAX_VALUE;
      this.state = members.state(name).orElseGet(() -> new KeyState(0L, null, rules.fingerprint()));
      this.linking = linking(rule, new KeyLinks(name, members, post));
      if (!state.getRules().equals(rules.fingerprint())) {
        restate();
      }
    }

    private Linking linking(String rule, KeyLinks links) {
      if (!rules.knows(rule)) {
        return new NoLinks(links);
      }
      return rules.needsComparison(rule)
          ? new PairLinks(links, rules)
          : new StarLinks(links, state);
    }

    /** The rules were others when the key was last told of a change. */
    private void restate() {
      var isLinking = state.getCount() <= limit;
      var before = members.all(name, Math.toIntExact(state.getCount()));
      (isLinking ? linking : new NoLinks(new KeyLinks(name, members, post))).restate(before);
      if (!isLinking) {
        state.setCentre(null);
      }
      state.setRules(rules.fingerprint());
    }

    void add(KeyMember member) {
      if (state.getCount() == limit) {
        linking.unlinkAll(all());
      } else if (state.getCount() < limit) {
        linking.add(member, this::all);
      }
      members.put(name, member);
      count(1);
    }

    void remove(KeyMember member) {
      members.remove(name, member.getNode().getNode());
      if (state.getCount() == limit + 1) {
        linking.linkAll(all());
      } else if (state.getCount() <= limit) {
        linking.remove(member, this::all);
      }
      count(-1);
    }

    void replace(KeyMember before, KeyMember now) {
      if (state.getCount() <= limit && !before.equals(now)) {
        linking.replace(before, now, this::all);
      }
      members.put(name, now);
    }

    private void count(int more) {
      state.setCount(state.getCount() + more);
      members.keep(name, state);
    }

    private List<KeyMember> all() {
      return members.all(name, limit);
    }
  }
}
