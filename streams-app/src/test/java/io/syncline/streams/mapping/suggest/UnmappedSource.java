package io.syncline.streams.mapping.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.SourceMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Source in memory that nobody has mapped yet, and what is suggested for it. */
final class UnmappedSource implements AutoCloseable {

  /** A shop whose tables have German names. */
  static final String SHOP =
      """
      create table kunden (id int primary key, vorname varchar, nachname varchar, kontakt varchar,
        rufnummer varchar, plz varchar, ort varchar, land varchar, kennwort_hash varchar,
        vip boolean, foto varbinary);
      insert into kunden values
        (1, 'Ada', 'Lovelace', 'ada@example.org', '0171 5551234', '68159', 'Mannheim', 'Deutschland', 'x', true, null),
        (2, 'Grace', 'Hopper', 'grace@example.org', '0171 5551235', '10115', 'Berlin', 'Deutschland', 'y', false, null),
        (3, 'Alan', 'Turing', null, null, 'EC1A 1BB', 'London', 'UK', 'z', false, null);
      create table mitarbeiter (id int primary key, vorname varchar, nachname varchar);
      insert into mitarbeiter values (1, 'Max', 'Muster');
      create table artikel (artikelnummer varchar primary key, bezeichnung varchar, preis_cents int);
      insert into artikel values ('A-1', 'Stuhl', 1999), ('A-2', 'Tisch', 12900);
      create table auftraege (id int primary key, kunden_id int, mitarbeiter_id int,
        bestelldatum varchar, status varchar, gesamt numeric(10, 2));
      insert into auftraege values (10, 1, 1, '31.01.2026', 'offen', 19.99),
        (11, 2, 1, '01.02.2026', 'offen', 129.00), (12, 3, 1, '02.02.2026', 'neu', 129.00);
      create table auftragspositionen (auftrag_id int, pos int, artikelnummer varchar, menge int,
        einzelpreis numeric(10, 2), rabatt int, primary key (auftrag_id, pos),
        foreign key (auftrag_id) references auftraege);
      insert into auftragspositionen values (10, 1, 'A-1', 1, 19.99, 0), (11, 1, 'A-2', 1, 129, 10),
        (12, 1, 'A-2', 2, 129, 0);
      """;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Path folder;
  private final String url;
  private final Connection connection;

  /**
   * @param folder of the sources, which is empty
   */
  UnmappedSource(Path folder) throws SQLException {
    this.folder = folder;
    url = "jdbc:h2:mem:%s;DATABASE_TO_UPPER=false".formatted(folder.getFileName());
    connection = DriverManager.getConnection(url);
  }

  String url() {
    return url;
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A file of the source. */
  void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("acme"));
    Files.writeString(folder.resolve("acme").resolve(name), text);
  }

  /** The mapping of the file that is written; it is printed, too. */
  SourceMapping proposed() {
    var file = folder.resolve("proposed.yaml");
    var exitCode = run(Map.of(), "url=" + url, "out=" + file);
    assertThat(exitCode).as(printed()).isZero();
    suggest();
    return Mappings.load(List.of(file)).sources().get(0);
  }

  int suggest() {
    return run(Map.of(), "url=" + url);
  }

  int run(Map<String, String> environment, String... more) {
    var words = new ArrayList<>(List.of("source=acme", "sources=" + folder));
    words.addAll(List.of(more));
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new MappingSuggestion(out, environment).run(words.toArray(String[]::new));
  }

  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
