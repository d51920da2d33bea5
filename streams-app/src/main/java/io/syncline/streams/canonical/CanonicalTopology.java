package io.syncline.streams.canonical;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Claim;
import io.syncline.schemas.Cluster;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Entity;
import io.syncline.schemas.Lookup;
import io.syncline.schemas.Order;
import io.syncline.schemas.Product;
import io.syncline.schemas.Resolution;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.kafka.Hop;
import io.syncline.streams.kafka.StatefulStep;
import io.syncline.streams.kafka.StatefulStep.Stores;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The canonical stage: clusters, parts of orders and cross-references in, canonical records out.
 */
public final class CanonicalTopology {

  private static final Hop<Lookup> LOOKUPS = new Hop<>("canonical.lookups", Lookup.class);
  private static final Hop<Resolution> RESOLUTIONS =
      new Hop<>("canonical.resolutions", Resolution.class);

  /** What leaves the stage; a null value says that the record is no more. */
  public record Output(
      KStream<String, Customer> customers,
      KStream<String, Product> products,
      KStream<String, Order> orders) {}

  private final AvroSerdes serdes;
  private final int partitions;
  private final Stores orderStores;
  private final Stores referenceStores;

  public CanonicalTopology(AvroSerdes serdes, int partitions) {
    this.serdes = serdes;
    this.partitions = partitions;
    this.orderStores =
        Stores.of(
            serdes,
            StoreCatalogue.CANONICAL_ASSEMBLY,
            StoreCatalogue.CANONICAL_ORDER,
            StoreCatalogue.CANONICAL_WAITING);
    this.referenceStores =
        Stores.of(serdes, StoreCatalogue.CANONICAL_REFERENCE, StoreCatalogue.CANONICAL_LOOKUP);
  }

  /**
   * @param references every change of a cross-reference, partitioned by source key
   */
  public Output build(
      KStream<String, Cluster> clusters,
      KStream<String, Claim> orderParts,
      KStream<String, CrossReference> references) {
    clusters.process(
        new StatefulStep<>(
            KeepRedirectProcessor::new, Stores.of(serdes, StoreCatalogue.CANONICAL_REDIRECT)),
        Named.as("canonical.keep-redirect"));
    return new Output(
        merge(clusters, Entity.CUSTOMER, StoreCatalogue.CANONICAL_CUSTOMER),
        merge(clusters, Entity.PRODUCT, StoreCatalogue.CANONICAL_PRODUCT),
        orders(orderParts, references));
  }

  private <V extends SpecificRecord> KStream<String, V> merge(
      KStream<String, Cluster> clusters, Entity entity, Store<V> store) {
    return clusters
        .filter(
            (id, cluster) -> cluster.getEntity().equals(entity.word()),
            Named.as("canonical.take-" + entity.word()))
        .process(
            new StatefulStep<>(() -> new MergeClusterProcessor<>(store), Stores.of(serdes, store)),
            Named.as("canonical.merge-" + entity.word()));
  }

  private KStream<String, Order> orders(
      KStream<String, Claim> parts, KStream<String, CrossReference> references) {
    var assembled =
        parts.process(orderStep(AssembleOrderProcessor::new), Named.as("canonical.assemble-order"));
    var lookups =
        Fork.take(assembled, Lookup.class, "canonical.take-lookups")
            .repartition(LOOKUPS.with(serdes, partitions));
    var completed =
        resolve(lookups, references)
            .repartition(RESOLUTIONS.with(serdes, partitions))
            .process(
                orderStep(ApplyResolutionProcessor::new), Named.as("canonical.apply-resolution"));
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
