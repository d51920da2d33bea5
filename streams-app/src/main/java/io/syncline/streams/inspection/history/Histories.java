package io.syncline.streams.inspection.history;

import io.syncline.schemas.Alteration;
import io.syncline.schemas.CommonFields;
import io.syncline.streams.inspection.CanonicalRecords;
import io.syncline.streams.kafka.HistoryKeys;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.kafka.StoreReader.Entry;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Canonical records as they were: a change holds what was there before it. */
@Singleton
public final class Histories {

  private final CanonicalRecords records;
  private final StoreReader stores;
  private final Redirects redirects;
  private final Retention retention;
  private final Clock clock;

  Histories(
      CanonicalRecords records,
      StoreReader stores,
      Redirects redirects,
      Retention retention,
      Clock clock) {
    this.records = records;
    this.stores = stores;
    this.redirects = redirects;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * The record as it was, or the one to which its id led then.
   *
   * @param time ISO 8601
   * @throws SynclineException when there was none, or nobody knows any more
   */
  public <V extends SpecificRecord> V asOf(
      Store<V> store, Store<Alteration> alterations, String id, String time) {
    var then = parse(time);
    var version = then.toEpochMilli();
    var found = ownAsOf(store, alterations, id, version);
    var at = Optional.of(id);
    for (var step = 0; found.isEmpty() && step < CanonicalRecords.MOST_REDIRECTS; step++) {
      at = at.flatMap(before -> redirects.asOf(before, version));
      found = at.flatMap(its -> ownAsOf(store, alterations, its, version));
    }
    return found.orElseThrow(() -> absent(store, id, then));
  }

  /** The first change after a time holds what was there before it. */
  private <V extends SpecificRecord> Optional<V> ownAsOf(
      Store<V> store, Store<Alteration> alterations, String id, long version) {
    return page(alterations, id, version + 1, 1).stream()
        .findFirst()
        .map(change -> store.type().cast(change.getBefore()))
        .or(() -> records.find(store, id))
        .filter(record -> CommonFields.version(record) <= version);
  }

  /**
   * Refuses to answer of a source record as of a time: which id it had then, nobody keeps.
   *
   * @param time null when none was asked for
   */
  public void refuseOfSource(@Nullable String time) {
    if (time != null) {
      throw new SynclineException(
          ErrorCode.ARGUMENT_INVALID,
          "'asOf' goes with a canonical id: ask without it for the id that the source record has now,"
              + " then for that id with ?asOf=…; its /history says when the source record joined it");
    }
  }

  /**
   * The changes of a record.
   *
   * @param from version at which to begin
   * @param max how many at most, at least 1
   * @throws SynclineException when it has never been heard of
   */
  public <V extends SpecificRecord> HistoryView history(
      Store<V> store, Store<Alteration> alterations, String id, long from, int max) {
    var oneMore = page(alterations, id, from, max + 1);
    var current =
        oneMore.isEmpty() ? Optional.of(records.byId(store, id)) : records.find(store, id);
    var changes = new ArrayList<ChangeView>();
    for (var place = 0; place < Math.min(max, oneMore.size()); place++) {
      var next =
          place + 1 < oneMore.size()
              ? Optional.of(oneMore.get(place + 1))
              : Optional.<Alteration>empty();
      changes.add(Changes.of(oneMore.get(place), after(oneMore.get(place), next, current)));
    }
    return new HistoryView(
        id,
        retention.time().toString(),
        changes,
        oneMore.size() > max ? oneMore.get(max).getVersion() : null);
  }

  private static Optional<? extends SpecificRecord> after(
      Alteration change, Optional<Alteration> next, Optional<? extends SpecificRecord> current) {
    if (change.getGone()) {
      return Optional.empty();
    }
    return next.isPresent() ? next.map(n -> (SpecificRecord) n.getBefore()) : current;
  }

  private List<Alteration> page(Store<Alteration> alterations, String id, long from, int max) {
    return stores.page(alterations, HistoryKeys.of(id, from), max).entries().stream()
        .filter(entry -> entry.key().startsWith(HistoryKeys.prefix(id)))
        .map(Entry::value)
        .toList();
  }

  private Instant parse(String time) {
    Instant then;
    try {
      then = Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw new SynclineException(
          ErrorCode.ARGUMENT_INVALID,
          "'%s' is no time: write it in UTC, such as 2026-01-02T03:04:05Z".formatted(time));
    }
    if (then.isAfter(clock.instant())) {
      throw new SynclineException(
          ErrorCode.ARGUMENT_INVALID,
          "'%s' is yet to come: leave 'asOf' out for what is now".formatted(time));
    }
    var earliest = clock.instant().minus(retention.time());
    if (then.isBefore(earliest)) {
      throw new SynclineException(
          ErrorCode.ARGUMENT_INVALID,
          "Nobody knows any more: history reaches back to %s (syncline.history.retention is %s)"
              .formatted(earliest, retention.time()));
    }
    return then;
  }

  private static SynclineException absent(Store<?> store, String id, Instant then) {
    return new SynclineException(
        ErrorCode.RECORD_NOT_FOUND,
        "No %s had the canonical id '%s' at %s; /history has what is known of it."
            .formatted(store.type().getSimpleName().toLowerCase(Locale.ROOT), id, then));
  }
}
