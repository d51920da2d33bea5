package io.syncline.streams.topology;

import io.syncline.streams.mapping.Mappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** A source that splits a customer over several tables. */
final class JoinedSource {

  static final String NAME = "acme";

  private static final String MAPPING =
      """
      source: acme
      tables:
        people: {name: text, firm: integer}
        addresses: {person: integer, kind: text, city: text, main: boolean}
        mails: {person: integer, mail: text, rank: integer}
        firms: {title: text}
      customer:
        from: people
        joins:
          home: {table: addresses, on: person, where: "kind == 'home'", order: main desc}
          mails: {table: mails, on: person, many: true, order: [rank, mail]}
          firm_row: {table: firms, by: firm}
        fields:
          name: name
          city: home.city
          company: firm_row.title
          email: coalesce(mails.map(m, m.mail))
        attributes:
          mails: join(' ', mails.map(m, m.mail))
          best: join(' ', mails.filter(m, m.rank == 1).map(m, email(m.mail)))
        rules:
          known-city: {field: city, format: '/[A-Z].*/'}
          mail-once: {field: email, unique: true}
          firm-there: {reference: firm_row, field: company, severity: warn}
      """;

  private JoinedSource() {}

  static Mappings mappings() {
    return mappings("home.city");
  }

  /** With another expression for the city. */
  static Mappings mappings(String city) {
    return load(MAPPING.replace("city: home.city", "city: " + city));
  }

  /** Refusing nothing. */
  static Mappings lenient() {
    return load(
        MAPPING
            .replace("'/[A-Z].*/'}", "'/[A-Z].*/', severity: warn}")
            .replace("unique: true}", "unique: true, severity: warn}"));
  }

  /** As it was before firms were joined. */
  static Mappings withoutFirms() {
    return load(
        MAPPING
            .replaceAll("(?m)^.*firm_row: .*\n", "")
            .replaceAll("(?m)^.*firm-there: .*\n", "")
            .replace("company: firm_row.title", "company: name"));
  }

  private static Mappings load(String mapping) {
    try {
      var file = Files.createTempFile("mapping", ".yaml");
      try {
        Files.writeString(file, mapping);
        return Mappings.load(List.of(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
