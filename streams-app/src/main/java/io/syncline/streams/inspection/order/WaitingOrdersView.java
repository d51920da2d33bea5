package io.syncline.streams.inspection.order;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.WaitingOrder;
import io.syncline.streams.inspection.SourceView;
import io.syncline.streams.kafka.StoreReader.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the orders that wait, as the API shows them. */
@Serdeable
@Schema(name = "WaitingOrders", description = "Orders that cannot be published yet.")
record WaitingOrdersView(
    @Schema(description = "The orders, in order of their ids.") List<WaitingOrderView> orders,
    @Schema(description = "Pass this as `from` to go on; null on the last page.")
        @Nullable String next) {

  static WaitingOrdersView of(Page<WaitingOrder> page) {
    return new WaitingOrdersView(
        page.entries().stream().map(entry -> WaitingOrderView.of(entry.value())).toList(),
        page.next().orElse(null));
  }

  /** One of them. */
  @Serdeable
  @Schema(name = "WaitingOrder")
  record WaitingOrderView(
      @Schema(description = "Canonical id of the order.") String id,
      @Schema(description = "The order's source record.") SourceView source,
      @Schema(description = "The records it waits for, in order.") List<SourceView> missing) {

    static WaitingOrderView of(WaitingOrder order) {
      return new WaitingOrderView(
          order.getId(),
          SourceView.of(order.getSource()),
          order.getMissing().stream().map(SourceView::of).toList());
    }
  }
}
