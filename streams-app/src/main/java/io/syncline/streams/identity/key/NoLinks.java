package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyMember;
import java.util.List;
import java.util.function.Supplier;

/** Links of a key whose rule is no more: none. */
record NoLinks() implements Linking {

  @Override
  public void add(KeyMember member, Supplier<List<KeyMember>> others) {}

  @Override
  public void remove(KeyMember member, Supplier<List<KeyMember>> others) {}

  @Override
  public void replace(KeyMember before, KeyMember now, Supplier<List<KeyMember>> all) {}

  @Override
  public void linkAll(List<KeyMember> members) {}

  @Override
  public void unlinkAll(List<KeyMember> members) {}

  @Override
  public void restate(List<KeyMember> members, boolean paired) {}

  @Override
  public boolean isPaired() {
    return false;
  }
}
