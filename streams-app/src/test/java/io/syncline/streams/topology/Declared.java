package io.syncline.streams.topology;

import io.syncline.streams.mapping.Mappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small source whose rules a test writes itself. */
final class Declared {

  private static final String MAPPING =
      """
      source: acme
      tables:
        people: {name: text, mail: text, phone: text, shop: text}
        sales: {buyer: text, state: text}
        items: {sale: text, pieces: decimal, price: decimal}
      customer:
        from: people
        fields: {name: name, email: "%s", phone: phone, company: shop}
        rules:
      %s
      order:
        from: sales
        fields: {customer: buyer, status: state}
        rules:
          state-there: {field: status, required: true, severity: warn}
        lines:
          from: items
          fields: {order: sale, quantity: pieces, unit_price: price}
          rules:
            few: {field: quantity, max: 10, severity: warn}
      """;

  private Declared() {}

  /** The mapping with these rules for customers, one a line. */
  static Mappings with(String... rules) {
    return with("mail", List.of(rules));
  }

  /** The mapping with another expression for the e-mail. */
  static Mappings with(String email, List<String> rules) {
    var lines = rules.stream().map(rule -> "    " + rule).toList();
    var section = lines.isEmpty() ? "    {}" : String.join("\n", lines);
    try {
      var file = Files.createTempFile("mapping", ".yaml");
      try {
        return Mappings.load(List.of(write(file, MAPPING.formatted(email, section))));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }
}
