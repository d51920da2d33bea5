package io.syncline.streams.mapping.meet;

import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinNews;
import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.RowSeeker;
import java.util.function.Consumer;

/** Tells those that seek a join key of the rows that have it, whoever came first. */
final class MeetingActor {

  private final JoinMembers members;
  private final Consumer<JoinNews> out;

  MeetingActor(JoinMembers members, Consumer<JoinNews> out) {
    this.members = members;
    this.out = out;
  }

  void receive(JoinChange change) {
    var key = change.getJoinKey();
    if (change.getSide() instanceof RowSeeker seeker) {
      seek(key, seeker, change.getGone());
    } else {
      file(key, (JoinedRow) change.getSide(), change.getGone());
    }
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
