package io.syncline.streams.canonical.order;

import io.syncline.schemas.Order;
import io.syncline.schemas.OrderAssembly;
import io.syncline.schemas.Resolution;
import io.syncline.schemas.SourceKeys;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells orders which canonical records their references are, or that one is not known any more. */
final class ApplyResolutionProcessor
    extends ContextualProcessor<String, Resolution, String, Order> {

  private final Duration retention;
  private OrderBook book;

  /**
   * @param retention how long changes of orders are kept
   */
  ApplyResolutionProcessor(Duration retention) {
    this.retention = retention;
  }

  @Override
  public void init(ProcessorContext<String, Order> context) {
    super.init(context);
    book = new OrderBook(context, retention);
  }

  @Override
  public void process(Record<String, Resolution> record) {
    book.assembly(record.key()).ifPresent(assembly -> apply(assembly, record));
  }

  private void apply(OrderAssembly assembly, Record<String, Resolution> record) {
    var reference = SourceKeys.text(record.value().getWanted());
    // The order may have stopped naming it while the answer was on its way.
    if (assembly.getReferences().containsKey(reference)) {
      assembly.getReferences().put(reference, record.value().getCanonicalId().orElse(null));
      book.settle(assembly, record);
    }
  }
}
