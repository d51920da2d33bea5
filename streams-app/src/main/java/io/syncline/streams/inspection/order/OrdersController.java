package io.syncline.streams.inspection.order;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.syncline.streams.inspection.history.Histories;
import io.syncline.streams.inspection.history.HistoryView;
import io.syncline.streams.kafka.StoreCatalogue;
import org.jspecify.annotations.Nullable;

@Controller("/api/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
class OrdersController implements OrdersApi {

  private final Orders orders;
  private final Histories histories;

  OrdersController(Orders orders, Histories histories) {
    this.histories = histories;
    this.orders = orders;
  }

  @Override
  public OrderView byId(String id, @Nullable String asOf) {
    return OrderView.of(
        asOf == null
            ? orders.byId(id)
            : histories.asOf(
                StoreCatalogue.CANONICAL_ORDER, StoreCatalogue.CANONICAL_ORDER_HISTORY, id, asOf));
  }

  @Override
  public HistoryView history(String id, long from, int max) {
    return histories.history(
        StoreCatalogue.CANONICAL_ORDER, StoreCatalogue.CANONICAL_ORDER_HISTORY, id, from, max);
  }

  @Override
  public OrderView bySource(String source, String key, @Nullable String asOf) {
    histories.refuseOfSource(asOf);
    return OrderView.of(orders.bySource(source, key));
  }

  @Override
  public WaitingOrdersView waiting(String from, int max) {
    return WaitingOrdersView.of(orders.waiting(from, max));
  }
}
