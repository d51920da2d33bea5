package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_CUSTOMER;

import io.syncline.schemas.Customer;
import java.util.List;
import java.util.Map;

/** Rows of the joined source, in the flow that gets them, and the customers they become. */
final class JoinedRows {

  private JoinedRows() {}

  static void person(Flow flow, long key, String name, long firm, long version) {
    flow.upsert(JoinedSource.NAME, "people", key, version, Map.of("name", name, "firm", firm));
  }

  static void address(Flow flow, long key, long person, String kind, String city, long version) {
    flow.upsert(
        JoinedSource.NAME,
        "addresses",
        key,
        version,
        Map.of("person", person, "kind", kind, "city", city, "main", false));
  }

  static void mail(Flow flow, long key, long person, String mail, long rank, long version) {
    flow.upsert(
        JoinedSource.NAME,
        "mails",
        key,
        version,
        Map.of("person", person, "mail", mail, "rank", rank));
  }

  static void firm(Flow flow, long key, String title, long version) {
    flow.upsert(JoinedSource.NAME, "firms", key, version, Map.of("title", title));
  }

  static List<Customer> customers(Flow flow) {
    return List.copyOf(flow.entries(CANONICAL_CUSTOMER).values());
  }

  static Customer ada(Flow flow) {
    return customers(flow).stream()
        .filter(customer -> customer.getName().filter("Ada"::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
