package io.syncline.streams.identity;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The records of one home, in order of their source keys, so that arrival leaves no trace. */
public final class Membership {

  private static final Comparator<MappedRecord> BY_SOURCE =
      Comparator.comparing(MappedRecord::getSource, SourceKeys.ORDER);

  private Membership() {}

  /** The members after one of them has come, changed, or left (a record without fields). */
  public static List<MappedRecord> after(List<MappedRecord> members, MappedRecord change) {
    var after = new ArrayList<>(members);
    after.removeIf(member -> member.getSource().equals(change.getSource()));
    if (change.getFields().isPresent()) {
      after.add(change);
      after.sort(BY_SOURCE);
    }
    return after;
  }
}
