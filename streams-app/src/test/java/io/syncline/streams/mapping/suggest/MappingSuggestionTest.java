package io.syncline.streams.mapping.suggest;

import static io.syncline.streams.mapping.suggest.UnmappedSource.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.SourceMapping;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed for a database, and why. */
class MappingSuggestionTest {

  @TempDir private Path folder;
  private UnmappedSource source;

  @BeforeEach
  void openTheSource() throws SQLException {
    source = new UnmappedSource(folder);
  }

  @AfterEach
  void closeTheSource() throws SQLException {
    source.close();
  }

  @Test
  void shouldProposeAMappingThatIsSound() throws Exception {
    // Given
    source.execute(SHOP);

    // When
    var mapping = source.proposed();

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
    source.execute(SHOP);

    // When
    var mapping = source.proposed();

    // Then
    assertThat(expressions(mapping, Entity.CUSTOMER)).containsEntry("email", "email(kontakt)");
  }

  @Test
  void shouldSayHowSureItIsAndWhyWithoutAValue() throws Exception {
    // Given
    source.execute(SHOP);

    // When
    source.suggest();

    // Then
    assertThat(source.printed())
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
    source.execute(
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
    var mapping = source.proposed();

    // Then
    assertThat(expressions(mapping, Entity.ORDER)).containsEntry("customer", "people_id");
  }

  @Test
  void shouldSayWhatNeedsAJoin() throws Exception {
    // Given
    source.execute(
        SHOP.replace("ort varchar, land varchar", "staat_id int")
            .replace(", 'Mannheim', 'Deutschland'", ", 1")
            .replace(", 'Berlin', 'Deutschland'", ", 1")
            .replace(", 'London', 'UK'", ", 2"));
    source.execute(
        """
        create table laender (id int primary key, country_code varchar);
        insert into laender values (1, 'DE'), (2, 'GB');
        alter table kunden add foreign key (staat_id) references laender (id);
        create table adressen (id int primary key, kunden_id int references kunden (id), ort varchar);
        insert into adressen values (1, 1, 'Mannheim'), (2, 2, 'Berlin')
        """);

    // When
    source.suggest();

    // Then
    assertThat(source.printed())
        .contains(
            "country may lie in laender.country_code, which kunden.staat_id leads to: it needs a join")
        .contains(
            "city may lie in adressen.ort, which adressen.kunden_id leads to: it needs a join");
  }

  @Test
  void shouldLeaveOutWhatLacksARequiredFieldAndSayWhich() throws Exception {
    // Given
    source.execute(
        SHOP.replace("bezeichnung varchar", "farbe_x varchar")
            .replace("artikelnummer varchar primary", "kennung varchar primary"));

    // When
    var mapping = source.proposed();

    // Then
    assertThat(mapping.tables()).extracting("name").doesNotContain("artikel");
    assertThat(source.printed())
        .contains("# product: 'artikel' looks like it")
        .contains("REQUIRED 'name' has no candidate");
  }

  @Test
  void shouldQuoteNamesThatNeedIt() throws Exception {
    // Given
    source.execute(
        """
        create table "my customers" ("Kunden Nr" int primary key, "Name" varchar, "E-Mail" varchar,
          "Nr: # 1" varchar);
        insert into "my customers" values (1, 'Ada Lovelace', 'ada@example.org', 'x')
        """);

    // When
    var mapping = source.proposed();

    // Then
    assertThat(expressions(mapping, Entity.CUSTOMER))
        .containsEntry("email", "E-Mail")
        .containsEntry("nr_1", "Nr: # 1");
  }

  private static Map<String, String> expressions(SourceMapping mapping, Entity entity) {
    return mapping.tables().stream()
        .flatMap(table -> mapping.lines(table).stream())
        .filter(line -> line.entity() == entity)
        .collect(Collectors.toMap(line -> line.name(), line -> line.expression()));
  }
}
