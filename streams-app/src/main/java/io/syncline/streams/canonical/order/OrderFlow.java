package io.syncline.streams.canonical.order;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Claim;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Lookup;
import io.syncline.schemas.Order;
import io.syncline.schemas.Resolution;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.kafka.Hop;
import io.syncline.streams.kafka.StatefulStep;
import io.syncline.streams.kafka.StatefulStep.Stores;
import io.syncline.streams.kafka.StoreCatalogue;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** The part of the stage that makes orders: their parts and cross-references in, orders out. */
public final class OrderFlow {

  private static final Hop<Lookup> LOOKUPS = new Hop<>("canonical.lookups", Lookup.class);
  private static final Hop<Resolution> RESOLUTIONS =
      new Hop<>("canonical.resolutions", Resolution.class);

  private final AvroSerdes serdes;
  private final int partitions;
  private final Duration retention;
  private final Stores orderStores;
  private final Stores referenceStores;

  /**
   * @param retention how long changes are kept
   */
  public OrderFlow(AvroSerdes serdes, int partitions, Duration retention) {
    this.serdes = serdes;
    this.partitions = partitions;
    this.retention = retention;
    this.orderStores =
        Stores.of(
            serdes,
            StoreCatalogue.CANONICAL_ASSEMBLY,
            StoreCatalogue.CANONICAL_ORDER,
            StoreCatalogue.CANONICAL_ORDER_HISTORY,
            StoreCatalogue.CANONICAL_WAITING);
    this.referenceStores =
        Stores.of(serdes, StoreCatalogue.CANONICAL_REFERENCE, StoreCatalogue.CANONICAL_LOOKUP);
  }

  /**
   * @param references every change of a cross-reference, partitioned by source key
   */
  public KStream<String, Order> build(
      KStream<String, Claim> parts, KStream<String, CrossReference> references) {
    var assembled =
        parts.process(
            orderStep(() -> new AssembleOrderProcessor(retention)),
            Named.as("canonical.assemble-order"));
    var lookups =
        Fork.take(assembled, Lookup.class, "canonical.take-lookups")
            .repartition(LOOKUPS.with(serdes, partitions));
    var completed =
        resolve(lookups, references)
            .repartition(RESOLUTIONS.with(serdes, partitions))
            .process(
                orderStep(() -> new ApplyResolutionProcessor(retention)),
                Named.as("canonical.apply-resolution"));
    return Fork.takeWithTombstones(assembled, Order.class, "canonical.take-orders")
        .merge(completed, Named.as("canonical.merge-orders"));
  }

  private KStream<String, Resolution> resolve(
      KStream<String, Lookup> lookups, KStream<String, CrossReference> references) {
    return lookups
        .process(referenceStep(ReferenceBook::lookUp), Named.as("canonical.answer-lookup"))
        .merge(
            references.process(
                referenceStep(ReferenceBook::refer), Named.as("canonical.apply-reference")),
            Named.as("canonical.merge-resolutions"));
  }

  private <V, O extends SpecificRecord> StatefulStep<String, V, String, O> orderStep(
      Supplier<Processor<String, V, String, O>> step) {
    return new StatefulStep<>(step, orderStores);
  }

  private <V> StatefulStep<String, V, String, Resolution> referenceStep(
      BiConsumer<ReferenceBook, Record<String, V>> entry) {
    return new StatefulStep<>(() -> new ReferenceProcessor<>(entry), referenceStores);
  }
}
