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
  private static final JoinedRow ANY = new JoinedRow("", 0L, ByteBuffer.allocate(0), null);

  /** No row: none has its key. */
  private static final JoinedRow NONE = new JoinedRow("\u0000", 0L, ByteBuffer.allocate(0), null);

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
    var isFirst = first.filter(seeker::equals).isPresent();
    // One that does not wait takes itself for the first until it is told otherwise.
    if (!gone && (seeker.getWaits() || !isFirst)) {
      tellRank(key, seeker, isFirst);
    }
    before
        .filter(old -> !gone && first.filter(old::equals).isEmpty())
        .ifPresent(old -> tellRank(key, old, false));
    first
        .filter(next -> gone && before.filter(next::equals).isEmpty())
        .ifPresent(next -> tellRank(key, next, true));
  }

  /** Of one that wants to be the first, all there is to know is whether there is an earlier one. */
  private void tellRank(String key, RowSeeker seeker, boolean isFirst) {
    tell(key, seeker, ANY, isFirst, true);
  }

  private void seek(String key, RowSeeker seeker, boolean gone) {
    if (gone) {
      members.remove(key, seeker);
    } else {
      members.keep(key, seeker);
      members.eachRow(key, row -> tell(key, seeker, row, false, false));
      if (seeker.getWaits()) {
        tell(key, seeker, NONE, true, true);
      }
    }
  }

  private void file(String key, JoinedRow row, boolean gone) {
    if (gone) {
      members.remove(key, row);
    } else {
      members.keep(key, row);
    }
    members.eachSeeker(key, seeker -> tell(key, seeker, row, gone, false));
  }

  private void tell(String key, RowSeeker seeker, JoinedRow row, boolean gone, boolean all) {
    var join = key.split("/", 4)[2];
    out.accept(new JoinNews(seeker.getAddress(), join, seeker.getAsked(), row, gone, all));
  }
}
