package io.syncline.schemas;

import io.syncline.schemas.Topic.Cleanup;
import java.util.List;

/** Catalogue of the topics that others may read. */
public final class Topics {

  /** Key: canonical id. */
  public static final Topic<Customer> CUSTOMER =
      new Topic<>("canonical.customer", Customer.class, Cleanup.COMPACT);

  /** Key: canonical id. */
  public static final Topic<Order> ORDER =
      new Topic<>("canonical.order", Order.class, Cleanup.COMPACT);

  /** Key: canonical id. */
  public static final Topic<Product> PRODUCT =
      new Topic<>("canonical.product", Product.class, Cleanup.COMPACT);

  /** Key: source key as text. */
  public static final Topic<CrossReference> CROSS_REFERENCE =
      new Topic<>("canonical.cross-reference", CrossReference.class, Cleanup.COMPACT);

  /** Key: source key as text, or what else names the row: its topic with its key or its offset. */
  public static final Topic<Rejection> QUARANTINE =
      new Topic<>("quarantine", Rejection.class, Cleanup.KEEP);

  /** Key: none; each record stands in the partition of the records that it names. */
  public static final Topic<RedriveRequest> REDRIVE =
      new Topic<>("quarantine.redrive", RedriveRequest.class, Cleanup.KEEP);

  /** Key: canonical id that it is about. */
  public static final Topic<ClusterEvent> IDENTITY_EVENT =
      new Topic<>("identity.event", ClusterEvent.class, Cleanup.KEEP);

  /** Key: name of the two records; a null value takes the word back. */
  public static final Topic<Decision> DECISION =
      new Topic<>("identity.decision", Decision.class, Cleanup.COMPACT);

  private Topics() {}

  /** Every topic that the application writes for others. */
  public static List<Topic<?>> published() {
    return List.of(CUSTOMER, ORDER, PRODUCT, CROSS_REFERENCE, QUARANTINE, IDENTITY_EVENT);
  }

  /** Every topic by which the application is told to do something. */
  public static List<Topic<?>> requested() {
    return List.of(REDRIVE, DECISION);
  }

  /** The topics of canonical records, in the order in which a target can apply them. */
  public static List<Topic<?>> canonical() {
    return List.of(CUSTOMER, PRODUCT, ORDER);
  }

  /** The topic on which a source connector publishes the rows of a table. */
  public static String ofTable(String source, String table) {
    return "crm." + source + "." + table;
  }
}
