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

  /** Key: source key as text, or topic-partition-offset where the key could not be read. */
  public static final Topic<Rejection> QUARANTINE =
      new Topic<>("quarantine", Rejection.class, Cleanup.KEEP);

  private Topics() {}

  /** Every topic that the application writes for others. */
  public static List<Topic<?>> published() {
    return List.of(CUSTOMER, ORDER, PRODUCT, CROSS_REFERENCE, QUARANTINE);
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
