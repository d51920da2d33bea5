package io.syncline.streams.kafka;

import io.syncline.schemas.Alteration;
import io.syncline.schemas.Cause;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Decision;
import io.syncline.schemas.Duplicates;
import io.syncline.schemas.FiledRow;
import io.syncline.schemas.Home;
import io.syncline.schemas.JoinMember;
import io.syncline.schemas.JoinedRecord;
import io.syncline.schemas.Judgement;
import io.syncline.schemas.KeyMember;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.LatestVersion;
import io.syncline.schemas.Lookup;
import io.syncline.schemas.Node;
import io.syncline.schemas.Order;
import io.syncline.schemas.OrderAssembly;
import io.syncline.schemas.Product;
import io.syncline.schemas.Quarantined;
import io.syncline.schemas.Redirect;
import io.syncline.schemas.Review;
import io.syncline.schemas.Tally;
import io.syncline.schemas.WaitingOrder;
import java.util.List;
import java.util.Optional;

/** Every state store of the topology. */
public final class StoreCatalogue {

  public static final Store<LatestVersion> SOURCE_LATEST =
      new Store<>("source.latest", LatestVersion.class, "source/table/key");

  public static final Store<Tally> SOURCE_TALLY =
      new Store<>("source.tally", Tally.class, "partition/source/table", true);

  public static final Store<FiledRow> MAPPING_FILED =
      new Store<>("mapping.filed", FiledRow.class, "source/table/key");

  public static final Store<JoinMember> MAPPING_JOIN_MEMBER =
      new Store<>(
          "mapping.join-member",
          JoinMember.class,
          "source/entity/join/value and source/entity/key or the joined row's key");

  public static final Store<JoinedRecord> MAPPING_JOINED =
      new Store<>("mapping.joined", JoinedRecord.class, "source/entity/key");

  public static final Store<Tally> QUALITY_TALLY =
      new Store<>("quality.tally", Tally.class, "partition/source/entity/condition", true);

  public static final Store<Duplicates> QUALITY_DUPLICATE =
      new Store<>("quality.duplicate", Duplicates.class, "canonical id");

  public static final Store<Tally> QUALITY_DUPLICATE_TALLY =
      new Store<>("quality.duplicate-tally", Tally.class, "partition/source/entity", true);

  public static final Store<Quarantined> QUALITY_QUARANTINE =
      new Store<>(
          "quality.quarantine",
          Quarantined.class,
          "source/entity/key, or crm.source.table with the row's key or offset");

  public static final Store<Cause> QUALITY_CAUSE =
      new Store<>("quality.cause", Cause.class, "partition and cause", true);

  public static final Store<Home> IDENTITY_HOME =
      new Store<>("identity.home", Home.class, "source/entity/key");

  public static final Store<Node> IDENTITY_NODE =
      new Store<>("identity.node", Node.class, "source/entity/key");

  public static final Store<Judgement> IDENTITY_JUDGEMENT =
      new Store<>("identity.judgement", Judgement.class, "partition");

  public static final Store<KeyState> IDENTITY_KEY =
      new Store<>("identity.key", KeyState.class, "match key");

  public static final Store<KeyMember> IDENTITY_KEY_MEMBER =
      new Store<>("identity.key-member", KeyMember.class, "match key and source/entity/key");

  public static final Store<Judgement> IDENTITY_KEY_JUDGEMENT =
      new Store<>("identity.key-judgement", Judgement.class, "partition");

  public static final Store<Review> IDENTITY_REVIEW =
      new Store<>("identity.review", Review.class, "two source/entity/key and match key");

  public static final Store<Decision> IDENTITY_DECISION =
      new Store<>("identity.decision", Decision.class, "name of two records");

  public static final Store<Redirect> CANONICAL_REDIRECT =
      new Store<>("canonical.redirect", Redirect.class, "canonical id");

  public static final Store<Redirect> CANONICAL_REDIRECT_HISTORY =
      new Store<>("canonical.redirect-history", Redirect.class, "canonical id and version");

  public static final Store<Customer> CANONICAL_CUSTOMER =
      new Store<>("canonical.customer", Customer.class, "canonical id");

  public static final Store<Product> CANONICAL_PRODUCT =
      new Store<>("canonical.product", Product.class, "canonical id");

  public static final Store<Order> CANONICAL_ORDER =
      new Store<>("canonical.order", Order.class, "canonical id");

  public static final Store<Alteration> CANONICAL_CUSTOMER_HISTORY =
      new Store<>("canonical.customer-history", Alteration.class, "canonical id and version");

  public static final Store<Alteration> CANONICAL_PRODUCT_HISTORY =
      new Store<>("canonical.product-history", Alteration.class, "canonical id and version");

  public static final Store<Alteration> CANONICAL_ORDER_HISTORY =
      new Store<>("canonical.order-history", Alteration.class, "canonical id and version");

  public static final Store<OrderAssembly> CANONICAL_ASSEMBLY =
      new Store<>("canonical.assembly", OrderAssembly.class, "canonical id of the order");

  public static final Store<WaitingOrder> CANONICAL_WAITING =
      new Store<>("canonical.waiting", WaitingOrder.class, "canonical id of the order");

  public static final Store<CrossReference> CANONICAL_REFERENCE =
      new Store<>("canonical.reference", CrossReference.class, "source/entity/key");

  public static final Store<Lookup> CANONICAL_LOOKUP =
      new Store<>(
          "canonical.lookup", Lookup.class, "source/entity/key and canonical id of the order");

  private StoreCatalogue() {}

  /** Every store, in the order of the flow. */
  public static List<Store<?>> all() {
    return List.of(
        SOURCE_LATEST,
        SOURCE_TALLY,
        MAPPING_FILED,
        MAPPING_JOIN_MEMBER,
        MAPPING_JOINED,
        QUALITY_QUARANTINE,
        QUALITY_CAUSE,
        QUALITY_TALLY,
        QUALITY_DUPLICATE,
        QUALITY_DUPLICATE_TALLY,
        IDENTITY_NODE,
        IDENTITY_JUDGEMENT,
        IDENTITY_KEY,
        IDENTITY_KEY_MEMBER,
        IDENTITY_KEY_JUDGEMENT,
        IDENTITY_REVIEW,
        IDENTITY_DECISION,
        IDENTITY_HOME,
        CANONICAL_REDIRECT,
        CANONICAL_REDIRECT_HISTORY,
        CANONICAL_CUSTOMER,
        CANONICAL_PRODUCT,
        CANONICAL_ORDER,
        CANONICAL_CUSTOMER_HISTORY,
        CANONICAL_PRODUCT_HISTORY,
        CANONICAL_ORDER_HISTORY,
        CANONICAL_ASSEMBLY,
        CANONICAL_WAITING,
        CANONICAL_REFERENCE,
        CANONICAL_LOOKUP);
  }

  /** The store with this name; empty when there is none. */
  public static Optional<Store<?>> named(String name) {
    return all().stream()
        .<Store<?>>map(store -> store)
        .filter(s -> s.name().equals(name))
        .findFirst();
  }
}
