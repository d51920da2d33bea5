package io.syncline.streams.inspection;

import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Entity;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Canonical records, found by their own id or by the key of a source record. */
@Singleton
public final class CanonicalRecords {

  /** Each deleted record may be a step; beyond this ids are just changing, or lead in a circle. */
  public static final int MOST_REDIRECTS = 100;

  private final StoreReader stores;

  CanonicalRecords(StoreReader stores) {
    this.stores = stores;
  }

  /** The record with this canonical id; empty when there is none. */
  public <V extends SpecificRecord> Optional<V> find(Store<V> store, String id) {
    return stores.get(store, id);
  }

  /**
   * The record with this canonical id, or the one to which the id leads since a merge.
   *
   * @throws SynclineException when there is none
   */
  public <V extends SpecificRecord> V byId(Store<V> store, String id) {
    var found = find(store, id);
    var at = id;
    for (var step = 0; found.isEmpty() && step < MOST_REDIRECTS; step++) {
      var redirect = stores.get(StoreCatalogue.CANONICAL_REDIRECT, at);
      if (redirect.isEmpty()) {
        break;
      }
      at = redirect.get().getTo();
      found = find(store, at);
    }
    return found.orElseThrow(() -> absent(store, id));
  }

  /**
   * The canonical id of a source record.
   *
   * @throws SynclineException when it has none
   */
  public String idOf(Entity entity, String source, String key) {
    return reference(entity.of(source, key)).getCanonicalId();
  }

  /**
   * The cross-reference of a source record.
   *
   * @throws SynclineException when it has none
   */
  public CrossReference reference(SourceKey wanted) {
    return stores
        .get(StoreCatalogue.CANONICAL_REFERENCE, SourceKeys.text(wanted))
        .orElseThrow(() -> unreferenced(wanted));
  }

  private static SynclineException absent(Store<?> store, String id) {
    return new SynclineException(
        ErrorCode.RECORD_NOT_FOUND,
        "No %s has the canonical id '%s'. By a source's key it is found with ?source=…&key=…"
            .formatted(store.type().getSimpleName().toLowerCase(Locale.ROOT), id));
  }

  private static SynclineException unreferenced(SourceKey wanted) {
    return new SynclineException(
        ErrorCode.RECORD_NOT_FOUND,
        "The source record '%s' has no canonical record: it has not come, was deleted, or is in quarantine."
            .formatted(SourceKeys.text(wanted)));
  }
}
