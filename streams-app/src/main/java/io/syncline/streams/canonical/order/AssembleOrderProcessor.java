package io.syncline.streams.canonical.order;

import io.syncline.schemas.Claim;
import io.syncline.schemas.Lookup;
import io.syncline.schemas.SourceKeys;
import java.time.Duration;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Puts the parts of orders together, and looks up the records that they name. */
final class AssembleOrderProcessor
    extends ContextualProcessor<String, Claim, String, SpecificRecord> {

  private final Duration retention;
  private OrderBook book;

  /**
   * @param retention how long changes of orders are kept
   */
  AssembleOrderProcessor(Duration retention) {
    this.retention = retention;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    book = new OrderBook(context, retention);
    book.sweepHistory();
  }

  @Override
  public void process(Record<String, Claim> record) {
    var id = record.key();
    var before = book.assembly(id).orElseGet(() -> OrderParts.none(id));
    var after = OrderParts.after(before, record.value().getRecord());
    var wanted = after.getReferences().keySet();
    var named = before.getReferences().keySet();
    lookUp(record, wanted, named, false);
    lookUp(record, named, wanted, true);
    book.settle(after, record);
  }

  /** Sends a lookup for each reference that is in the first set and not in the second. */
  private void lookUp(
      Record<String, Claim> cause, Set<String> references, Set<String> but, boolean withdrawn) {
    for (var reference : references) {
      if (!but.contains(reference)) {
        var lookup = new Lookup(SourceKeys.parse(reference), cause.key(), withdrawn);
        context().forward(cause.withKey(reference).withValue(lookup));
      }
    }
  }
}
