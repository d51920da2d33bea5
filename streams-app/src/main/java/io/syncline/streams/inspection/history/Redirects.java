package io.syncline.streams.inspection.history;

import io.syncline.schemas.Redirect;
import io.syncline.streams.kafka.HistoryKeys;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where canonical ids led: a change holds what was there before it. */
@Singleton
final class Redirects {

  private final StoreReader stores;

  Redirects(StoreReader stores) {
    this.stores = stores;
  }

  /**
   * Where an id led.
   *
   * @param time milliseconds since 1970, UTC
   * @return empty when it led nowhere
   */
  Optional<String> asOf(String id, long time) {
    return nextChange(id, time)
        .or(() -> stores.get(StoreCatalogue.CANONICAL_REDIRECT, id))
        .map(Redirect::getTo)
        // To itself, where it had records or was of nobody.
        .filter(to -> !to.equals(id));
  }

  private Optional<Redirect> nextChange(String id, long time) {
    return stores
        .page(StoreCatalogue.CANONICAL_REDIRECT_HISTORY, HistoryKeys.of(id, time + 1), 1)
        .entries()
        .stream()
        .filter(entry -> entry.key().startsWith(HistoryKeys.prefix(id)))
        .map(StoreReader.Entry::value)
        .findFirst();
  }
}
