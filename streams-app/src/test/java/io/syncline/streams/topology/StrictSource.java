package io.syncline.streams.topology;

import io.syncline.streams.mapping.Mappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A source whose records other rows may refuse. */
final class StrictSource {

  static final String NAME = "acme";

  private static final String MAPPING =
      """
      source: acme
      tables:
        people: {name: text, mail: text, firm: integer}
        firms: {title: text}
        sales: {buyer: integer, branch: integer}
        items: {sale: integer, pieces: decimal, price: decimal, batch: integer}
        goods: {title: text}
      customer:
        from: people
        joins:
          employer: {table: firms, by: firm}
        fields: {name: name, email: mail, company: employer.title}
        rules:
          mail-once: {field: email, unique: true}
          employer-there: {reference: employer}
          known-name: {field: name, format: '/[A-Z].*/'}
          known-firm: {field: company, format: '/[A-Z].*/'}
      order:
        from: sales
        joins:
          shop: {table: firms, by: branch}
        fields: {customer: buyer}
        rules:
          shop-there: {reference: shop}
        lines:
          from: items
          joins:
            lot: {table: goods, by: batch}
          fields: {order: sale, quantity: pieces, unit_price: price}
          rules:
            lot-there: {reference: lot}
      """;

  private StrictSource() {}

  static Mappings mappings() {
    return load(MAPPING);
  }

  /** As it was before other rows could refuse a customer. */
  static Mappings lenient() {
    return load(
        MAPPING
            .replace("unique: true", "unique: true, severity: warn")
            .replace("reference: employer", "reference: employer, severity: warn"));
  }

  /** Publishes a person; columns whose value is the null of its type are left out. */
  static void person(Flow flow, long key, String name, String mail, long firm, long version) {
    var columns = new HashMap<String, Object>(Map.of("name", name));
    if (!mail.isEmpty()) {
      columns.put("mail", mail);
    }
    if (firm != 0) {
      columns.put("firm", firm);
    }
    flow.upsert(NAME, "people", key, version, columns);
  }

  static void firm(Flow flow, long key, String title, long version) {
    flow.upsert(NAME, "firms", key, version, Map.of("title", title));
  }

  private static Mappings load(String mapping) {
    try {
      var file = Files.createTempFile("mapping", ".yaml");
      try {
        return Mappings.load(List.of(Files.writeString(file, mapping)));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
