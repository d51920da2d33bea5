package io.syncline.streams.mapping.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.SourceMapping;
import java.io.ByteArrayOutputStream;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingSuggestionTest {

  private static final String SHOP =
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

  @TempDir private Path folder;
  private Connection connection;
  private String url;

  @BeforeEach
  void openTheDatabase() throws SQLException {
    url = "jdbc:h2:mem:%s;DATABASE_TO_UPPER=false".formatted(folder.getFileName());
    connection = DriverManager.getConnection(url);
  }

  @AfterEach
  void closeTheDatabase() throws SQLException {
    connection.close();
  }

  @Test
  void shouldProposeAMappingThatIsSound() throws Exception {
    // Given
    execute(SHOP);

    // When
    var mapping = proposed();

    // Then
    assertThat(expressions(mapping, Entity.CUSTOMER))
        .containsEntry("name", "person(join(' ', [vorname, nachname]))")
        .containsEntry("given_name", "clean(vorname)")
        .containsEntry("phone", "phone(rufnummer, land)")
        .containsEntry("postal_code", "clean(plz)")
        .containsEntry("country", "country(land)")
        .containsEntry("vip", "vip");
    assertThat(expressions(mapping, Entity.PRODUCT))
        .containsEntry("sku", "clean(artikelnummer)")
        .containsEntry("name", "clean(bezeichnung)")
        .containsEntry("unit_price", "scale(preis_cents, 2)");
    assertThat(expressions(mapping, Entity.ORDER))
        .containsEntry("customer", "kunden_id")
        .containsEntry("ordered_at", "date(bestelldatum, 'dd.MM.yyyy')")
        .containsEntry("total", "gesamt");
    assertThat(expressions(mapping, Entity.ORDER_LINE))
        .containsEntry("order", "auftrag_id")
        .containsEntry("product", "artikelnummer")
        .containsEntry("quantity", "menge")
        .containsEntry("unit_price", "einzelpreis")
        .containsEntry("discount", "divide(rabatt, 100, 6)");
  }

  @Test
  void shouldKnowEMailAddressesWhateverTheirColumnIsCalled() throws Exception {
    // Given
    execute(SHOP);

    // When
    var mapping = proposed();

    // Then
    assertThat(expressions(mapping, Entity.CUSTOMER)).containsEntry("email", "email(kontakt)");
  }

  @Test
  void shouldSayHowSureItIsAndWhyWithoutAValue() throws Exception {
    // Given
    execute(SHOP);

    // When
    suggest();

    // Then
    assertThat(printed())
        .containsPattern("name: person\\(.*\\)  # 0\\.\\d\\d its two parts")
        .contains("100 % of 2 values are telephone numbers")
        .contains("# 0.98 a foreign key of 'auftraege'")
        .contains("no foreign key is declared, but its values are keys of 'artikel'")
        .contains("# not mapped: kennwort_hash (its name sounds secret)")
        .doesNotContain("Ada", "ada@", "5551234", "Mannheim", "Stuhl", "A-1");
  }

  @Test
  void shouldTakeTheTableThatOrdersVaryInForCustomers() throws Exception {
    // Given
    execute(
        """
        create table contacts (id int primary key, name varchar, email varchar);
        create table people (id int primary key, name varchar, email varchar);
        create table orders (id int primary key, contact_id int references contacts (id),
          people_id int references people (id), order_date date, total numeric(10, 2));
        insert into contacts values (1, 'Max Muster', 'max@example.org');
        insert into people select X, 'Ada Lovelace', 'a' || X || '@example.org'
          from system_range(1, 30);
        insert into orders select X, 1, X, '2026-01-31', 19.99 from system_range(1, 30)
        """);

    // When
    var mapping = proposed();

    // Then
    assertThat(expressions(mapping, Entity.ORDER)).containsEntry("customer", "people_id");
  }

  @Test
  void shouldSayWhatNeedsAJoin() throws Exception {
    // Given
    execute(
        SHOP.replace("ort varchar, land varchar", "staat_id int")
            .replace(", 'Mannheim', 'Deutschland'", ", 1")
            .replace(", 'Berlin', 'Deutschland'", ", 1")
            .replace(", 'London', 'UK'", ", 2"));
    execute(
        """
        create table laender (id int primary key, country_code varchar);
        insert into laender values (1, 'DE'), (2, 'GB');
        alter table kunden add foreign key (staat_id) references laender (id);
        create table adressen (id int primary key, kunden_id int references kunden (id), ort varchar);
        insert into adressen values (1, 1, 'Mannheim'), (2, 2, 'Berlin')
        """);

    // When
    suggest();

    // Then
    assertThat(printed())
        .contains(
            "country may lie in laender.country_code, which kunden.staat_id leads to: it needs a join")
        .contains(
            "city may lie in adressen.ort, which adressen.kunden_id leads to: it needs a join");
  }

  @Test
  void shouldLeaveOutWhatLacksARequiredFieldAndSayWhich() throws Exception {
    // Given
    execute(
        SHOP.replace("bezeichnung varchar", "farbe_x varchar")
            .replace("artikelnummer varchar primary", "kennung varchar primary"));

    // When
    var mapping = proposed();

    // Then
    assertThat(mapping.tables()).extracting("name").doesNotContain("artikel");
    assertThat(printed())
        .contains("# product: 'artikel' looks like it")
        .contains("REQUIRED 'name' has no candidate");
  }

  @Test
  void shouldQuoteNamesThatNeedIt() throws Exception {
    // Given
    execute(
        """
        create table "my customers" ("Kunden Nr" int primary key, "Name" varchar, "E-Mail" varchar,
          "Nr: # 1" varchar);
        insert into "my customers" values (1, 'Ada Lovelace', 'ada@example.org', 'x')
        """);

    // When
    var mapping = proposed();

    // Then
    assertThat(expressions(mapping, Entity.CUSTOMER))
        .containsEntry("email", "E-Mail")
        .containsEntry("nr_1", "Nr: # 1");
  }

  @Test
  void shouldReadOnlyTheTablesOfTheConnector() throws Exception {
    // Given
    execute(SHOP);
    write(
        "connector.json",
        """
        {"name": "acme", "config": {"connection.url": "${env:ACME_URL}", "table.whitelist": "kunden"}}
        """);

    // When
    var exitCode = new MappingSuggestion(out(), Map.of("ACME_URL", url)).run(words());

    // Then
    assertThat(exitCode).isZero();
    assertThat(printed()).contains("from: kunden").doesNotContain("artikel");
  }

  @Test
  void shouldAskForTheAddressOfADatabaseThatHasNoConnector() {
    // When
    var exitCode = new MappingSuggestion(out(), Map.of()).run(words());

    // Then
    assertThat(exitCode).isEqualTo(2);
    assertThat(printed()).contains("has no connector.json: name the database with --url");
  }

  @Test
  void shouldSayThatNothingLooksLikeAnything() throws SQLException {
    // Given
    execute("create table log (at timestamp, line varchar)");

    // When
    var exitCode = suggest();

    // Then
    assertThat(exitCode).isEqualTo(2);
    assertThat(printed()).contains("Of 1 tables none looks like customers, products or orders");
  }

  @Test
  void shouldSayThatADatabaseCannotBeReached() {
    // When
    var exitCode = new MappingSuggestion(out(), Map.of()).run(words("url=jdbc:none://nowhere"));

    // Then
    assertThat(exitCode).isEqualTo(3);
    assertThat(printed()).contains("The database of 'acme' cannot be read");
  }

  private SourceMapping proposed() {
    var file = folder.resolve("proposed.yaml");
    var exitCode = new MappingSuggestion(out(), Map.of()).run(words("url=" + url, "out=" + file));
    assertThat(exitCode).as(printed()).isZero();
    suggest();
    return Mappings.load(List.of(file)).sources().get(0);
  }

  private int suggest() {
    return new MappingSuggestion(out(), Map.of()).run(words("url=" + url));
  }

  private String[] words(String... more) {
    var words = new ArrayList<>(List.of("source=acme", "sources=" + folder));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static Map<String, String> expressions(SourceMapping mapping, Entity entity) {
    return mapping.tables().stream()
        .flatMap(table -> mapping.lines(table).stream())
        .filter(line -> line.entity() == entity)
        .collect(Collectors.toMap(line -> line.name(), line -> line.expression()));
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void write(String name, String text) throws Exception {
    Files.createDirectories(folder.resolve("acme"));
    Files.writeString(folder.resolve("acme").resolve(name), text);
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
