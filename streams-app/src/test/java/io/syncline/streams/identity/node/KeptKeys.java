package io.syncline.streams.identity.node;

import io.syncline.schemas.KeyMember;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.Review;
import io.syncline.streams.identity.key.KeyMembers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is kept of match keys, in memory. */
final class KeptKeys implements KeyMembers {
  private final Map<String, KeyState> keys = new TreeMap<>();
  private final Map<String, Map<String, KeyMember>> members = new TreeMap<>();
  private final Map<String, Review> reviews = new TreeMap<>();

  /** The keys that somebody has. */
  Stream<String> names() {
    return keys.keySet().stream();
  }

  /** What a person is asked. */
  Set<Review> reviews() {
    return Set.copyOf(reviews.values());
  }

  @Override
  public Optional<KeyState> state(String key) {
    return Optional.ofNullable(keys.get(key)).map(Network::copy);
  }

  @Override
  public void keep(String key, KeyState state) {
    if (state.getCount() == 0) {
      keys.remove(key);
    } else {
      keys.put(key, Network.copy(state));
    }
  }

  @Override
  public Optional<KeyMember> member(String key, String node) {
    return Optional.ofNullable(members.getOrDefault(key, Map.of()).get(node));
  }

  @Override
  public void put(String key, KeyMember member) {
    members
        .computeIfAbsent(key, it -> new TreeMap<>())
        .put(member.getNode().getNode(), Network.copy(member));
  }

  @Override
  public void remove(String key, String node) {
    members.get(key).remove(node);
  }

  @Override
  public List<KeyMember> all(String key, int max) {
    return members.getOrDefault(key, Map.of()).values().stream().limit(max).toList();
  }

  @Override
  public void keep(Review review) {
    reviews.put(review.getOne() + " " + review.getOther() + " " + review.getKey(), review);
  }

  @Override
  public void forget(Review review) {
    reviews.remove(review.getOne() + " " + review.getOther() + " " + review.getKey());
  }
}
