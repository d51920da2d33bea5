package io.syncline.streams.inspection.order;

import io.syncline.schemas.Entity;
import io.syncline.schemas.Order;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.WaitingOrder;
import io.syncline.streams.inspection.CanonicalRecords;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.kafka.StoreReader.Page;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Orders, published or waiting. */
@Singleton
final class Orders {

  private final CanonicalRecords records;
  private final StoreReader stores;

  Orders(CanonicalRecords records, StoreReader stores) {
    this.records = records;
    this.stores = stores;
  }

  /** The published order; where it waits, the failure says for what. */
  Order byId(String id) {
    return records
        .find(StoreCatalogue.CANONICAL_ORDER, id)
        .orElseGet(
            () -> {
              records.find(StoreCatalogue.CANONICAL_WAITING, id).ifPresent(Orders::refuse);
              return records.byId(StoreCatalogue.CANONICAL_ORDER, id);
            });
  }

  Order bySource(String source, String key) {
    return byId(records.idOf(Entity.ORDER, source, key));
  }

  Page<WaitingOrder> waiting(String from, int max) {
    return stores.page(StoreCatalogue.CANONICAL_WAITING, from, max);
  }

  private static void refuse(WaitingOrder waiting) {
    var missing =
        waiting.getMissing().stream().map(SourceKeys::text).collect(Collectors.joining(", "));
    throw new SynclineException(
        ErrorCode.RECORD_WAITS,
        "The order '%s' is published as soon as these source records have come: %s."
            .formatted(waiting.getId(), missing));
  }
}
