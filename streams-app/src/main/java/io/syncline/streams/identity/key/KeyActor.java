package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.KeyMember;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.NodeAddress;
import io.syncline.streams.identity.match.MatchKey;
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

  /** Links those that have a key as the rules have it now. */
  public void judgeAnew(String key) {
    new Key(key).catchUp();
  }

  public void receive(KeyChange change) {
    var key = new Key(change.getKey());
    key.catchUp();
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
    private final KeyLinks links;
    private final KeyState state;
    private final Linking linking;

    Key(String name) {
      var rule = MatchKey.ruleOf(name);
      this.name = name;
      this.limit = rules.knows(rule) ? rules.limit(rule) : 0;
      this.links = new KeyLinks(name, members, post);
      this.state =
          members.state(name).orElseGet(() -> new KeyState(0L, null, false, rules.fingerprint()));
      this.linking = linking(rule);
    }

    /** The rules may be others than when the key was last told of a change. */
    void catchUp() {
      if (!state.getRules().equals(rules.fingerprint())) {
        restate();
      }
    }

    private Linking linking(String rule) {
      if (!rules.knows(rule)) {
        return new NoLinks();
      }
      return rules.needsComparison(rule)
          ? new PairLinks(links, rules)
          : new StarLinks(links, state);
    }

    /** Of a key that linked none, and links none now, many may have it: they are not looked at. */
    private void restate() {
      var wasPaired = state.getPaired();
      if (state.getCount() <= limit) {
        linking.restate(allOfState(), wasPaired);
      } else if (wasPaired) {
        links.forgetEachPair(allOfState());
      } else if (state.getCentre().isPresent()) {
        new StarLinks(links, state).unlinkAll(allOfState());
      }
      if (linking.isPaired()) {
        state.setCentre(null);
      }
      state.setRules(rules.fingerprint());
      keep();
    }

    private List<KeyMember> allOfState() {
      return members.all(name, Math.toIntExact(state.getCount()));
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
      keep();
    }

    private void keep() {
      state.setPaired(linking.isPaired() && state.getCount() <= limit);
      members.keep(name, state);
    }

    private List<KeyMember> all() {
      return members.all(name, limit);
    }
  }
}
