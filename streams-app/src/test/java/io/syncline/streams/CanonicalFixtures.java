package io.syncline.streams;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Entity;
import io.syncline.schemas.Order;
import io.syncline.schemas.OrderLine;
import io.syncline.schemas.Product;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Canonical records with sensible values in every field. */
public final class CanonicalFixtures {

  public static final Instant UPDATED_AT = Instant.parse("2026-01-02T03:04:05.006Z");

  private CanonicalFixtures() {}

  public static Customer aCustomer(String id) {
    return Customer.newBuilder()
        .setId(id)
        .setVersion(7)
        .setUpdatedAt(UPDATED_AT)
        .setName("Ada Lovelace")
        .setGivenName("Ada")
        .setFamilyName("Lovelace")
        .setEmail("ada@example.org")
        .setPhone("+442071234567")
        .setStreet("12 St James's Square")
        .setCity("London")
        .setPostalCode("SW1Y 4JH")
        .setCountry("GB")
        .setAttributes(Map.of("vip", "true"))
        .setSources(List.of(Entity.CUSTOMER.of("north", "4711"), Entity.CUSTOMER.of("south", "7")))
        .setProvenance(List.of(aProvenance("email", Entity.CUSTOMER.of("north", "4711"))))
        .setWarnings(List.of(aWarning("phone", Entity.CUSTOMER.of("north", "4711"))))
        .build();
  }

  public static Product aProduct(String id) {
    return Product.newBuilder()
        .setId(id)
        .setVersion(8)
        .setUpdatedAt(UPDATED_AT)
        .setSku("SKU-00042")
        .setName("Chai")
        .setUnitPrice(new BigDecimal("123456789012345.6789"))
        .setCurrency("EUR")
        .setSources(List.of(Entity.PRODUCT.of("north", "11")))
        .setProvenance(List.of(aProvenance("sku", Entity.PRODUCT.of("north", "11"))))
        .setWarnings(List.of(aWarning("category", Entity.PRODUCT.of("north", "11"))))
        .build();
  }

  public static Order anOrder(String id) {
    return Order.newBuilder()
        .setId(id)
        .setVersion(9)
        .setUpdatedAt(UPDATED_AT)
        .setSource(Entity.ORDER.of("north", "10248"))
        .setNumber("N-10248")
        .setCustomerId("c-1")
        .setStatus("shipped")
        .setOrderedAt(Instant.parse("2026-01-01T00:00:00Z"))
        .setCurrency("EUR")
        .setTotal(new BigDecimal("142.8000"))
        .setLines(List.of(aLine()))
        .setProvenance(List.of(aProvenance("total", Entity.ORDER.of("north", "10248"))))
        .setWarnings(List.of(aWarning("status", Entity.ORDER.of("north", "10248"))))
        .build();
  }

  public static CrossReference aReference(SourceKey source, String canonicalId) {
    return new CrossReference(source, canonicalId, 1_767_323_045_006L);
  }

  private static OrderLine aLine() {
    return OrderLine.newBuilder()
        .setLine("10248,11")
        .setProductId("p-1")
        .setQuantity(new BigDecimal("12.0000"))
        .setUnitPrice(new BigDecimal("14.0000"))
        .setDiscount(new BigDecimal("0.150000"))
        .setAmount(new BigDecimal("142.8000"))
        .build();
  }

  private static Warning aWarning(String field, SourceKey source) {
    return new Warning(source, field + "-there", field, "is empty: fill it in the source");
  }

  private static Provenance aProvenance(String field, SourceKey source) {
    return new Provenance(
        field, source, new Coordinates("crm.north.rows", 2, 1042L), 1_767_323_045_006L, "latest");
  }
}
