package io.syncline.streams.mapping.meet;

import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinNews;
import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.RowSeeker;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Tells those that seek a join key of the rows that have it, whoever came first. Of those that want
 * to be the first that has a value, only the one whose name comes first is; each of the others was
 * told so once, so that a value which many have costs as little as one that two have.
 */
final class MeetingActor {

  /** Whichever it is: who is told needs no more. */
  private static final JoinedRow AN_EARLIER_ONE = new JoinedRow("", 0L, ByteBuffer.allocate(0));

  private final JoinMembers members;
  private final Consumer<JoinNews> out;

  MeetingActor(JoinMembers members, Consumer<JoinNews> out) {
    this.members = members;
    this.out = out;
  }

  void receive(JoinChange change) {
    var key = change.getJoinKey();
    if (change.getSide() instanceof RowSeeker seeker && seeker.getToBeFirst()) {
      rank(key, seeker, change.getGone());
    } else if (change.getSide() instanceof RowSeeker seeker) {
      seek(key, seeker, change.getGone());
    } else {
      file(key, (JoinedRow) change.getSide(), change.getGone());
    }
  }

  private void rank(String key, RowSeeker seeker, boolean gone) {
    var before = members.firstSeeker(key);
    if (gone) {
      members.remove(key, seeker);
    } else {
      members.keep(key, seeker);
    }
    var first = members.firstSeeker(key);
    // One that asks anew takes itself for the first until it is told otherwise.
    if (!gone && first.filter(seeker::equals).isEmpty()) {
      tell(key, seeker, AN_EARLIER_ONE, false);
    }
    before
        .filter(old -> !gone && first.filter(old::equals).isEmpty())
        .ifPresent(old -> tell(key, old, AN_EARLIER_ONE, false));
    first
        .filter(next -> gone && before.filter(next::equals).isEmpty())
        .ifPresent(next -> tell(key, next, AN_EARLIER_ONE, true));
  }

  private void seek(String key, RowSeeker seeker, boolean gone) {
    if (gone) {
      members.remove(key, seeker);
    } else {
      members.keep(key, seeker);
      members.eachRow(key, row -> tell(key, seeker, row, false));
    }
  }

  private void file(String key, JoinedRow row, boolean gone) {
    if (gone) {
      members.remove(key, row);
    } else {
      members.keep(key, row);
    }
    members.eachSeeker(key, seeker -> tell(key, seeker, row, gone));
  }

  private void tell(String key, RowSeeker seeker, JoinedRow row, boolean gone) {
    var join = key.split("/", 4)[2];
    out.accept(new JoinNews(seeker.getAddress(), join, seeker.getAsked(), row, gone));
  }
}
