package io.syncline.streams.canonical.order;

import io.syncline.schemas.Resolution;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One of the two entries into the reference book: lookups come by one, cross-references by the
 * other.
 */
final class ReferenceProcessor<V> extends ContextualProcessor<String, V, String, Resolution> {

  private final BiConsumer<ReferenceBook, Record<String, V>> entry;
  private ReferenceBook book;

  ReferenceProcessor(BiConsumer<ReferenceBook, Record<String, V>> entry) {
    this.entry = entry;
  }

  @Override
  public void init(ProcessorContext<String, Resolution> context) {
    super.init(context);
    book = new ReferenceBook(context);
  }

  @Override
  public void process(Record<String, V> record) {
    entry.accept(book, record);
  }
}
