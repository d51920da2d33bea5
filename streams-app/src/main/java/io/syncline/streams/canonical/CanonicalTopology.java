package io.syncline.streams.canonical;

import io.syncline.schemas.Alteration;
import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Claim;
import io.syncline.schemas.Cluster;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Entity;
import io.syncline.schemas.Order;
import io.syncline.schemas.Product;
import io.syncline.streams.canonical.order.OrderFlow;
import io.syncline.streams.kafka.StatefulStep;
import io.syncline.streams.kafka.StatefulStep.Stores;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The canonical stage: clusters, parts of orders and cross-references in, canonical records out.
 */
public final class CanonicalTopology {

  /** What leaves the stage; a null value says that the record is no more. */
  public record Output(
      KStream<String, Customer> customers,
      KStream<String, Product> products,
      KStream<String, Order> orders) {}

  private final AvroSerdes serdes;
  private final int partitions;
  private final MergePolicy policy;

  public CanonicalTopology(AvroSerdes serdes, int partitions, MergePolicy policy) {
    this.serdes = serdes;
    this.partitions = partitions;
    this.policy = policy;
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
            () -> new KeepRedirectProcessor(policy.history()),
            Stores.of(
                serdes,
                StoreCatalogue.CANONICAL_REDIRECT,
                StoreCatalogue.CANONICAL_REDIRECT_HISTORY)),
        Named.as("canonical.keep-redirect"));
    return new Output(
        merge(
            clusters,
            Entity.CUSTOMER,
            StoreCatalogue.CANONICAL_CUSTOMER,
            StoreCatalogue.CANONICAL_CUSTOMER_HISTORY),
        merge(
            clusters,
            Entity.PRODUCT,
            StoreCatalogue.CANONICAL_PRODUCT,
            StoreCatalogue.CANONICAL_PRODUCT_HISTORY),
        new OrderFlow(serdes, partitions, policy.history()).build(orderParts, references));
  }

  private <V extends SpecificRecord> KStream<String, V> merge(
      KStream<String, Cluster> clusters, Entity entity, Store<V> store, Store<Alteration> history) {
    var rules = policy.survivorship().of(entity);
    return clusters
        .filter(
            (id, cluster) -> cluster.getEntity().equals(entity.word()),
            Named.as("canonical.take-" + entity.word()))
        .process(
            new StatefulStep<>(
                () -> new MergeClusterProcessor<>(store, history, rules, policy.history()),
                Stores.of(serdes, store, history)),
            Named.as("canonical.merge-" + entity.word()));
  }
}
