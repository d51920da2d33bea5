package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyMember;
import io.syncline.schemas.KeyState;
import java.util.List;
import java.util.function.Supplier;

/** Links of a key that is proof by itself: all to one, the centre, so that n cost n links. */
final class StarLinks implements Linking {
  /** An equal key is as strong as evidence can be without a person's word. */
  private static final double STRENGTH = 1;

  private final KeyLinks links;
  private final KeyState state;

  StarLinks(KeyLinks links, KeyState state) {
    this.links = links;
    this.state = state;
  }

  @Override
  public void add(KeyMember member, Supplier<List<KeyMember>> others) {
    state
        .getCentre()
        .ifPresentOrElse(
            centre -> links.link(member.getNode(), centre, STRENGTH, true),
            () -> state.setCentre(member.getNode()));
  }

  @Override
  public void remove(KeyMember member, Supplier<List<KeyMember>> others) {
    var centre = state.getCentre().orElseThrow();
    if (isCentre(member)) {
      var rest = others.get();
      unlinkAll(rest);
      linkAll(rest);
    } else {
      links.unlink(member.getNode(), centre);
    }
  }

  @Override
  public void replace(KeyMember before, KeyMember now, Supplier<List<KeyMember>> all) {
    // What has the key is the same by it, whatever else it has.
  }

  @Override
  public void linkAll(List<KeyMember> members) {
    members.forEach(member -> add(member, () -> members));
  }

  @Override
  public void unlinkAll(List<KeyMember> members) {
    var centre = state.getCentre().orElseThrow();
    members.stream()
        .filter(member -> !isCentre(member))
        .forEach(member -> links.unlink(member.getNode(), centre));
    state.setCentre(null);
  }

  @Override
  public void restate(List<KeyMember> members, boolean paired) {
    // Where it stood as a star before, the centre stays, so that nothing is taken apart.
    var centre = state.getCentre().orElseGet(() -> members.get(0).getNode());
    state.setCentre(centre);
    var others = members.stream().filter(member -> !isCentre(member)).toList();
    others.forEach(member -> add(member, List::of));
    if (paired) {
      links.forgetEachPair(others);
      others.forEach(member -> links.askNoMore(centre, member.getNode()));
    }
  }

  @Override
  public boolean isPaired() {
    return false;
  }

  private boolean isCentre(KeyMember member) {
    return state
        .getCentre()
        .filter(centre -> centre.getNode().equals(member.getNode().getNode()))
        .isPresent();
  }
}
