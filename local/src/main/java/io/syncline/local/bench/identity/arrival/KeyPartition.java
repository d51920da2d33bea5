package io.syncline.local.bench.identity.arrival;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.KeyMember;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.NodeMessage;
import io.syncline.schemas.Review;
import io.syncline.streams.identity.key.KeyActor;
import io.syncline.streams.identity.key.KeyMembers;
import io.syncline.streams.identity.match.MatchRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The match keys of one partition: the application's own, kept in memory. */
final class KeyPartition {

  private final KeyActor actor;

  KeyPartition(MatchRules rules, Outbox outbox) {
    actor =
        new KeyActor(
            new MembersInMemory(),
            rules,
            (to, content) -> outbox.send(new NodeMessage(to, content)));
  }

  void receive(KeyChange change) {
    actor.receive(change);
  }

  private static final class MembersInMemory implements KeyMembers {

    private final Map<String, KeyState> states = new HashMap<>();
    private final Map<String, SortedMap<String, KeyMember>> members = new HashMap<>();

    @Override
    public Optional<KeyState> state(String key) {
      return Optional.ofNullable(states.get(key));
    }

    @Override
    public void keep(String key, KeyState state) {
      if (state.getCount() == 0) {
        states.remove(key);
      } else {
        states.put(key, state);
      }
    }

    @Override
    public Optional<KeyMember> member(String key, String node) {
      return Optional.ofNullable(of(key).get(node));
    }

    @Override
    public void put(String key, KeyMember member) {
      of(key).put(member.getNode().getNode(), member);
    }

    @Override
    public void remove(String key, String node) {
      of(key).remove(node);
    }

    @Override
    public List<KeyMember> all(String key, int max) {
      return of(key).values().stream().limit(max).toList();
    }

    @Override
    public void keep(Review review) {
      // Nobody answers here.
    }

    @Override
    public void forget(Review review) {
      // Was not kept.
    }

    private SortedMap<String, KeyMember> of(String key) {
      return members.computeIfAbsent(key, unheard -> new TreeMap<>());
    }
  }
}
