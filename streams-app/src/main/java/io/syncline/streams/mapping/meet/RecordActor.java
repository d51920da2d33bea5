package io.syncline.streams.mapping.meet;

import io.syncline.schemas.AvroValues;
import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinNews;
import io.syncline.schemas.JoinedRecord;
import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.RecordAddress;
import io.syncline.schemas.RowSeeker;
import io.syncline.schemas.SoughtRows;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.mapping.join.Join;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.mapping.join.OtherRow;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.rule.OtherRowsRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a record does whose row is joined with others: it seeks them, and is mapped anew whenever
 * its own row or one of them changes.
 */
final class RecordActor {

  /** What no join's name begins with. */
  private static final String UNIQUE = "unique:";

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

  /** The state, to be kept; empty while no row has come. */
  Optional<JoinedRecord> state() {
    return state;
  }

  /** A version of its own row; an older one may yet be the last that is good. */
  void row(SourceRow row) {
    if (state.filter(known -> row.version() < version(known)).isPresent()) {
      out.accept(mapped(row));
      return;
    }
    var next = state.orElseGet(() -> new JoinedRecord(row.origin(), 0L, new HashMap<>()));
    // Nobody takes the same version again for the same record: what is joined may be another.
    next.setRevision(state.filter(RecordActor::isLive).isPresent() ? next.getRevision() + 1 : 0);
    next.setRow(row.origin());
    state = Optional.of(next);
    seekAll(row);
    forwardNewest(row);
  }

  private void seekAll(SourceRow row) {
    entity.joins().declared().forEach(join -> seek(join.name(), joinKey(join, row), false));
  }

  /** News of a row that it seeks; of one that it sought before nothing is heard. */
  void news(JoinNews news) {
    var record = state.orElseThrow();
    var sought = record.getJoins().get(news.getJoin());
    if (sought == null || sought.getAsked() != news.getAsked()) {
      return;
    }
    var rows = after(sought.getRows(), news);
    if (rows.equals(sought.getRows())) {
      return;
    }
    sought.setRows(rows);
    record.setRevision(record.getRevision() + 1);
    var own = ownRow(record);
    // A join that was declared since the own row came is not sought yet.
    seekAll(own);
    forwardNewest(own);
  }

  private static List<JoinedRow> after(List<JoinedRow> before, JoinNews news) {
    var rows = new ArrayList<>(before);
    rows.removeIf(row -> row.getKey().equals(news.getRow().getKey()));
    if (!news.getGone()) {
      rows.add(news.getRow());
      rows.sort(Comparator.comparing(JoinedRow::getKey));
    }
    return rows;
  }

  private void seek(String name, Optional<String> wanted, boolean toBeFirst) {
    var sought = state.orElseThrow().getJoins().computeIfAbsent(name, any -> nothingSought());
    var before = sought.getJoinKey();
    if (wanted.equals(before)) {
      return;
    }
    before.ifPresent(key -> out.accept(new JoinChange(key, seeker(sought, toBeFirst), true)));
    sought.setJoinKey(wanted.orElse(null));
    sought.setAsked(sought.getAsked() + 1);
    sought.setRows(new ArrayList<>());
    wanted.ifPresent(key -> out.accept(new JoinChange(key, seeker(sought, toBeFirst), false)));
  }

  private static SoughtRows nothingSought() {
    return SoughtRows.newBuilder().build();
  }

  private RowSeeker seeker(SoughtRows sought, boolean toBeFirst) {
    return new RowSeeker(address, sought.getAsked(), toBeFirst);
  }

  private Optional<String> joinKey(Join join, SourceRow row) {
    return row.value()
        .flatMap(value -> join.by().of(row.key(), value))
        .map(value -> entity.nameOf(join.name()) + "/" + value);
  }

  private void forwardNewest(SourceRow row) {
    var record = state.orElseThrow();
    var mapped = mapped(row);
    mapped.setRevision(record.getRevision());
    mapped.setBroken(
        entity.joins().rules().stream()
            .filter(rule -> isBroken(rule, mapped))
            .map(OtherRowsRule::name)
            .toList());
    out.accept(mapped);
  }

  private MappedRecord mapped(SourceRow row) {
    return entity.mapper().map(row, joinedTo(row));
  }

  private boolean isBroken(OtherRowsRule rule, MappedRecord mapped) {
    if (rule.reference().isPresent()) {
      var sought = soughtIn(rule.reference().get());
      return sought.getJoinKey().isPresent() && sought.getRows().isEmpty();
    }
    var name = UNIQUE + rule.name();
    seek(name, valueOf(rule.field().orElseThrow(), mapped, name), true);
    return !soughtIn(name).getRows().isEmpty();
  }

  private SoughtRows soughtIn(String join) {
    return Objects.requireNonNull(state.orElseThrow().getJoins().get(join));
  }

  private Optional<String> valueOf(String field, MappedRecord mapped, String name) {
    return mapped
        .getFields()
        .flatMap(fields -> FieldValues.of((SpecificRecord) fields, field))
        .map(value -> entity.nameOf(name) + "/" + AvroValues.text(value));
  }

  /** The rows of the joins in which this version seeks what the newest one does. */
  private Map<String, List<OtherRow>> joinedTo(SourceRow row) {
    Map<String, List<OtherRow>> joined = new HashMap<>();
    for (var join : entity.joins().declared()) {
      state
          .map(known -> known.getJoins().get(join.name()))
          .filter(sought -> sought.getJoinKey().equals(joinKey(join, row)))
          .ifPresent(
              sought ->
                  joined.put(join.name(), sought.getRows().stream().map(this::decoded).toList()));
    }
    return joined;
  }

  private OtherRow decoded(JoinedRow row) {
    return new OtherRow(row.getKey(), row.getVersion(), bytes.row(row.getValue()));
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
