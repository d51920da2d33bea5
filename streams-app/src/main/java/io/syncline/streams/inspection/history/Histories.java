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

/** Canonical records as they were: a change holds what was there before it. */
@Singleton
public final class Histories {

  private final CanonicalRecords records;
  private final StoreReader stores;
  private final Retention retention;
  private final Clock clock;

  Histories(CanonicalRecords records, StoreReader stores, Retention retention, Clock clock) {
    this.records = records;
    this.stores = stores;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * The record as it was.
   *
   * @param time ISO 8601
   * @throws SynclineException when there was none, or nobody knows any more
   */
  public <V extends SpecificRecord> V asOf(
      Store<V> store, Store<Alteration> alterations, String id, String time) {
    var then = parse(time);
    var version = then.toEpochMilli();
    var next = page(alterations, id, version + 1, 1).stream().findFirst();
    if (next.isEmpty() && records.find(store, id).isEmpty()) {
      return ofSurvivor(store, alterations, id, time);
    }
    return next.map(change -> store.type().cast(change.getBefore()))
        .or(() -> records.find(store, id))
        .filter(record -> CommonFields.version(record) <= version)
        .orElseThrow(() -> absent(store, id, then));
  }

  /** As of after a merge, an id leads to the record that survived. */
  private <V extends SpecificRecord> V ofSurvivor(
      Store<V> store, Store<Alteration> alterations, String id, String time) {
    var survivor = records.byId(store, id);
    var itsId = (String) survivor.get(survivor.getSchema().getField("id").pos());
    return asOf(store, alterations, itsId, time);
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
