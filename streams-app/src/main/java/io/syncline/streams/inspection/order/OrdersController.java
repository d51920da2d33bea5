package io.syncline.streams.inspection.order;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/api/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
class OrdersController implements OrdersApi {

  private final Orders orders;

  OrdersController(Orders orders) {
    this.orders = orders;
  }

  @Override
  public OrderView byId(String id) {
    return OrderView.of(orders.byId(id));
  }

  @Override
  public OrderView bySource(String source, String key) {
    return OrderView.of(orders.bySource(source, key));
  }

  @Override
  public WaitingOrdersView waiting(String from, int max) {
    return WaitingOrdersView.of(orders.waiting(from, max));
  }
}
