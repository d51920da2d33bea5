package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyMember;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.Review;
import java.util.List;
import java.util.Optional;

/** What is kept of match keys. */
public interface KeyMembers {

  Optional<KeyState> state(String key);

  /** Keeps the state of a key; forgets it when nobody has the key. */
  void keep(String key, KeyState state);

  Optional<KeyMember> member(String key, String node);

  /** Keeps a member, in place of what it was before. */
  void put(String key, KeyMember member);

  void remove(String key, String node);

  /** Those that have a key, in order of their nodes; at most so many. */
  List<KeyMember> all(String key, int max);

  /** Keeps two records for a person to look at. */
  void keep(Review review);

  void forget(Review review);
}
