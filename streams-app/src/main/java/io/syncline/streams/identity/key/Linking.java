package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyMember;
import java.util.List;
import java.util.function.Supplier;

/** How the members of a match key are linked. */
sealed interface Linking permits StarLinks, PairLinks, NoLinks {

  /**
   * @param others those that were there before
   */
  void add(KeyMember member, Supplier<List<KeyMember>> others);

  /**
   * @param others those that stay
   */
  void remove(KeyMember member, Supplier<List<KeyMember>> others);

  /**
   * Another record of the same node.
   *
   * @param all with the one that is replaced
   */
  void replace(KeyMember before, KeyMember now, Supplier<List<KeyMember>> all);

  /** Links members that are not linked. */
  void linkAll(List<KeyMember> members);

  /** Takes all links of members back. */
  void unlinkAll(List<KeyMember> members);

  /**
   * Links members, and takes back what else may link them: the rule was another before.
   *
   * @param paired whether each pair may have been linked, or asked about
   */
  void restate(List<KeyMember> members, boolean paired);

  /** Whether it is pairs that are linked. */
  boolean isPaired();
}
