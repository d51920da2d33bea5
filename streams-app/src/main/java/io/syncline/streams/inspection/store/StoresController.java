package io.syncline.streams.inspection.store;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.syncline.streams.inspection.store.EntriesView.EntryView;
import java.util.List;

@Controller("/api/stores")
@ExecuteOn(TaskExecutors.BLOCKING)
class StoresController implements StoresApi {

  private final NamedStores stores;

  StoresController(NamedStores stores) {
    this.stores = stores;
  }

  @Override
  public List<StoreView> all() {
    return stores.all();
  }

  @Override
  public EntriesView entries(String name, String from, int max) {
    return EntriesView.of(stores.page(name, from, max));
  }

  @Override
  public EntryView entry(String name, String key) {
    return EntryView.of(key, stores.get(name, key));
  }
}
