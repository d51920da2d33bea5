package io.syncline.streams.canonical.order;

import io.syncline.schemas.Alteration;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Order;
import io.syncline.schemas.OrderAssembly;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.WaitingOrder;
import io.syncline.streams.canonical.history.AlterationRule;
import io.syncline.streams.canonical.history.History;
import io.syncline.streams.canonical.revision.Revision;
import io.syncline.streams.kafka.RuleMeters;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.rule.Severity;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The orders of one partition: their parts, what was published, what waits. Shared by the two steps
 * that can complete an order.
 */
final class OrderBook {

  private final ProcessorContext<String, ? super Order> context;
  private final KeyValueStore<String, OrderAssembly> assemblies;
  private final KeyValueStore<String, Order> orders;
  private final KeyValueStore<String, WaitingOrder> waiting;
  private final History<Alteration> history;
  private final RuleMeters meters;

  /**
   * @param retention how long changes are kept
   */
  OrderBook(ProcessorContext<String, ? super Order> context, Duration retention) {
    this.context = context;
    this.assemblies = StoreCatalogue.CANONICAL_ASSEMBLY.in(context);
    this.orders = StoreCatalogue.CANONICAL_ORDER.in(context);
    this.waiting = StoreCatalogue.CANONICAL_WAITING.in(context);
    this.history = new History<>(context, StoreCatalogue.CANONICAL_ORDER_HISTORY, retention);
    this.meters = new RuleMeters(context.metrics());
  }

  /** Lets go, from time to time, of changes that are older than the retention. */
  void sweepHistory() {
    history.sweepWithin(context);
  }

  Optional<OrderAssembly> assembly(String id) {
    return Optional.ofNullable(assemblies.get(id));
  }

  /** Stores an order's parts, and publishes the order, lists it as waiting, or takes it back. */
  void settle(OrderAssembly assembly, Record<String, ?> cause) {
    if (assembly.getHeaderDeleted() || OrderParts.areGone(assembly)) {
      waitNoMore(assembly.getId());
      takeBack(assembly, cause);
    } else {
      settleOrWait(assembly, cause);
    }
    // Once it has the version of what was published.
    assemblies.put(assembly.getId(), OrderParts.isEmpty(assembly) ? null : assembly);
  }

  private void settleOrWait(OrderAssembly assembly, Record<String, ?> cause) {
    var missing = OrderParts.missing(assembly);
    if (missing.isEmpty()) {
      waitNoMore(assembly.getId());
      publish(assembly, cause);
    } else {
      waiting.put(assembly.getId(), new WaitingOrder(assembly.getId(), source(assembly), missing));
      takeBack(assembly, cause);
    }
  }

  /** Most never wait, and what is deleted is written, whether it was there or not. */
  private void waitNoMore(String id) {
    if (waiting.get(id) != null) {
      waiting.delete(id);
    }
  }

  private static SourceKey source(OrderAssembly assembly) {
    return assembly
        .getHeader()
        .map(MappedRecord::getSource)
        .orElseGet(() -> OrderParts.orderOf(assembly.getLines().get(0)));
  }

  private void publish(OrderAssembly assembly, Record<String, ?> cause) {
    var previous = Optional.ofNullable(orders.get(assembly.getId()));
    var now = context.currentSystemTimeMs();
    Revision.next(previous, OrderMaker.make(assembly), assembly.getVersion(), now)
        .ifPresent(
            order -> {
              assembly.setVersion(order.getVersion());
              orders.put(order.getId(), order);
              previous.ifPresent(p -> keep(p, Optional.of(order), assembly, cause));
              count(previous, order);
              context.forward(cause.withValue(order));
            });
  }

  /** Lines that come one by one would count as often as they come. */
  private void count(Optional<Order> previous, Order order) {
    if (TotalRule.warns(order) && previous.filter(TotalRule::warns).isEmpty()) {
      meters.count(order.getSource(), TotalRule.NAME, Severity.WARN);
    }
  }

  private void takeBack(OrderAssembly assembly, Record<String, ?> cause) {
    var gone = orders.get(cause.key());
    if (gone != null) {
      assembly.setVersion(Math.max(assembly.getVersion(), gone.getVersion()));
      orders.delete(cause.key());
      keep(gone, Optional.empty(), assembly, cause);
      context.forward(cause.withValue((Order) null));
    }
  }

  private void keep(
      Order before, Optional<Order> after, OrderAssembly assembly, Record<String, ?> cause) {
    var alteration =
        AlterationRule.between(
            before,
            OrderParts.partsOf(before),
            after,
            OrderParts.parts(assembly),
            cause.timestamp(),
            context.currentSystemTimeMs());
    history.keep(alteration.getId(), alteration.getVersion(), alteration);
  }
}
