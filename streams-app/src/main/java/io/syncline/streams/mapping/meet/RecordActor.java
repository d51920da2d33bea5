package io.syncline.streams.mapping.meet;

import io.syncline.schemas.JoinNews;
import io.syncline.schemas.JoinedRecord;
import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.RecordAddress;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.mapping.join.OtherRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a record does whose row is joined with others: it seeks them, and is mapped anew whenever
 * its own row or one of them changes. Where they may refuse it, it waits until it has heard of all.
 *
 * <p>The version that counts is the newest that is not refused for what it says itself: the others
 * would be refused whatever is joined to them, and what is known of the last good one must stay.
 */
final class RecordActor {

  /** The first time is the time 0. */
  private static final long NEVER_MADE = -1;

  private final JoinedEntity entity;
  private final RecordAddress address;
  private final RowBytes bytes;
  private final Consumer<SpecificRecord> out;
  private Optional<JoinedRecord> state;

  /**
   * @param state what is known of the record; empty when nothing is
   * @param out takes changes of what it seeks, and the record
   */
  RecordActor(
      JoinedEntity entity,
      RecordAddress address,
      Optional<JoinedRecord> state,
      RowBytes bytes,
      Consumer<SpecificRecord> out) {
    this.entity = entity;
    this.address = address;
    this.state = state;
    this.bytes = bytes;
    this.out = out;
  }

  /** The state, to be kept; empty while no row has come that counts. */
  Optional<JoinedRecord> state() {
    return state;
  }

  /** A version of its own row. */
  void row(SourceRow row) {
    var mapped = mapped(row);
    if (entity.mapper().isFaulty(mapped)) {
      out.accept(mapped);
    } else if (state.filter(known -> row.version() < version(known)).isPresent()) {
      supersede(mapped);
    } else {
      // Nobody was told of a version that still waits.
      state
          .filter(known -> wishes(known).awaitAny() && version(known) < row.version())
          .ifPresent(known -> supersede(mapped(ownRow(known))));
      take(row);
      wishes(state.orElseThrow()).askAgain();
      settle(row, mapped);
    }
  }

  private void take(SourceRow row) {
    var next = state.orElseGet(() -> new JoinedRecord(row.origin(), NEVER_MADE, new HashMap<>()));
    if (state.filter(RecordActor::isLive).isEmpty()) {
      next.setRevision(NEVER_MADE);
    }
    next.setRow(row.origin());
    state = Optional.of(next);
  }

  /** News of what it seeks; of what it sought before nothing is heard. */
  void news(JoinNews news) {
    var record = state.orElseThrow();
    var wishes = wishes(record);
    if (wishes.hear(news) && !wishes.awaitRows()) {
      var own = ownRow(record);
      settle(own, mapped(own));
    }
  }

  /**
   * Forwards the record once all is known that may refuse it.
   *
   * @param mapped made of the row and of what is joined to it
   */
  private void settle(SourceRow row, MappedRecord mapped) {
    var record = state.orElseThrow();
    var wishes = wishes(record);
    // A join that was declared since the own row came is not sought yet.
    wishes.seekRows(row);
    if (wishes.awaitRows()) {
      return;
    }
    var broken = wishes.broken(mapped);
    if (wishes.awaitAny()) {
      return;
    }
    record.setRevision(record.getRevision() + 1);
    mapped.setRevision(record.getRevision());
    mapped.setBroken(broken);
    out.accept(mapped);
  }

  /** What other rows say of it is not known, and need not be: a newer version counts. */
  private void supersede(MappedRecord mapped) {
    mapped.setSuperseded(true);
    out.accept(mapped);
  }

  private MappedRecord mapped(SourceRow row) {
    Map<String, List<OtherRow>> joined = new HashMap<>();
    state.ifPresent(
        record -> {
          var wishes = wishes(record);
          for (var join : entity.joins().declared()) {
            joined.put(join.name(), wishes.rows(join, row).stream().map(this::decoded).toList());
          }
        });
    return entity.mapper().map(row, joined);
  }

  private Wishes wishes(JoinedRecord record) {
    return new Wishes(entity, address, record.getJoins(), out::accept);
  }

  private OtherRow decoded(JoinedRow row) {
    return new OtherRow(
        row.getKey(), row.getVersion(), row.getCoordinates(), bytes.row(row.getValue()));
  }

  private SourceRow ownRow(JoinedRecord record) {
    return new SourceRow(
        entity.source(),
        entity.from().name(),
        SourceKeys.parse(address.getRecord()).getKey(),
        record.getRow().getValue().map(bytes::row),
        record.getRow());
  }

  private static boolean isLive(JoinedRecord record) {
    return record.getRow().getValue().isPresent();
  }

  private static long version(JoinedRecord record) {
    return record.getRow().getTimestamp().toEpochMilli();
  }
}
