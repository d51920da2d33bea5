package io.syncline.streams.mapping.meet;

import io.syncline.schemas.AvroValues;
import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinNews;
import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.RecordAddress;
import io.syncline.schemas.RowSeeker;
import io.syncline.schemas.SoughtRows;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.mapping.join.Join;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.rule.OtherRowsRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** What a record seeks: the rows of its joins, and to be the first that has a value. */
final class Wishes {

  /** What no join's name begins with. */
  private static final String UNIQUE = "unique:";

  private final JoinedEntity entity;
  private final RecordAddress address;
  private final Map<String, SoughtRows> sought;
  private final Consumer<JoinChange> out;

  /**
   * @param sought what is sought and what is known of it, by name; changed in place
   */
  Wishes(
      JoinedEntity entity,
      RecordAddress address,
      Map<String, SoughtRows> sought,
      Consumer<JoinChange> out) {
    this.entity = entity;
    this.address = address;
    this.sought = sought;
    this.out = out;
  }

  /** Seeks what a version of the own row names, and no longer what another did. */
  void seekRows(SourceRow row) {
    entity.joins().declared().forEach(join -> seek(join.name(), joinKey(join, row), false));
  }

  /** Takes news in; false when they are nothing new, or about an earlier wish. */
  boolean hear(JoinNews news) {
    var wish = sought.get(news.getJoin());
    if (wish == null || wish.getAsked() != news.getAsked()) {
      return false;
    }
    var rows = after(wish.getRows(), news);
    var answered = wish.getWaiting() && news.getAll();
    if (rows.equals(wish.getRows()) && !answered) {
      return false;
    }
    wish.setRows(rows);
    wish.setWaiting(wish.getWaiting() && !news.getAll());
    return true;
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

  /** Asks once more for what has not been told: who was asked may not have known of answers. */
  void askAgain() {
    sought.forEach(
        (name, wish) ->
            wish.getJoinKey()
                .filter(key -> wish.getWaiting())
                .ifPresent(
                    key ->
                        out.accept(
                            new JoinChange(key, seeker(wish, name.startsWith(UNIQUE)), false))));
  }

  /** Whether the rows of a join are still to be told. */
  boolean awaitRows() {
    return entity.joins().declared().stream()
        .map(join -> sought.get(join.name()))
        .anyMatch(wish -> wish != null && wish.getWaiting());
  }

  /** Whether any answer is still to come. */
  boolean awaitAny() {
    return sought.values().stream().anyMatch(SoughtRows::getWaiting);
  }

  /** The rows of a join that a version of the own row names; none where it is another's wish. */
  List<JoinedRow> rows(Join join, SourceRow row) {
    return Optional.ofNullable(sought.get(join.name()))
        .filter(wish -> wish.getJoinKey().equals(joinKey(join, row)))
        .map(SoughtRows::getRows)
        .orElseGet(List::of);
  }

  /** The rules that a record breaks as far as it is known; asks for what it is to be first in. */
  List<String> broken(MappedRecord mapped) {
    return entity.joins().rules().stream()
        .filter(rule -> isBroken(rule, mapped))
        .map(OtherRowsRule::name)
        .toList();
  }

  private boolean isBroken(OtherRowsRule rule, MappedRecord mapped) {
    if (rule.reference().isPresent()) {
      var wish = named(rule.reference().get());
      return wish.getJoinKey().isPresent() && wish.getRows().isEmpty();
    }
    var name = UNIQUE + rule.name();
    seek(name, valueOf(rule.field().orElseThrow(), mapped, name), true);
    return !named(name).getRows().isEmpty();
  }

  private SoughtRows named(String name) {
    return Objects.requireNonNull(sought.get(name));
  }

  private Optional<String> valueOf(String field, MappedRecord mapped, String name) {
    return mapped
        .getFields()
        .flatMap(fields -> FieldValues.of((SpecificRecord) fields, field))
        .map(value -> entity.nameOf(name) + "/" + AvroValues.text(value));
  }

  private Optional<String> joinKey(Join join, SourceRow row) {
    return row.value()
        .flatMap(value -> join.by().of(row.key(), value))
        .map(value -> entity.nameOf(join.name()) + "/" + value);
  }

  private void seek(String name, Optional<String> wanted, boolean toBeFirst) {
    var wish = sought.computeIfAbsent(name, any -> SoughtRows.newBuilder().build());
    var before = wish.getJoinKey();
    if (wanted.equals(before)) {
      return;
    }
    before.ifPresent(key -> out.accept(new JoinChange(key, seeker(wish, toBeFirst), true)));
    wish.setJoinKey(wanted.orElse(null));
    wish.setAsked(wish.getAsked() + 1);
    wish.setRows(new ArrayList<>());
    wish.setWaiting(wanted.isPresent() && entity.joins().mayRefuse());
    wanted.ifPresent(key -> out.accept(new JoinChange(key, seeker(wish, toBeFirst), false)));
  }

  private RowSeeker seeker(SoughtRows wish, boolean toBeFirst) {
    return new RowSeeker(address, wish.getAsked(), toBeFirst, entity.joins().mayRefuse());
  }
}
