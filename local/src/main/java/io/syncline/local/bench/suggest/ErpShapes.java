package io.syncline.local.bench.suggest;

import io.syncline.local.crm.Database;
import io.syncline.local.crm.SqlScript;
import io.syncline.local.crm.TableLoad;
import io.syncline.local.crm.person.Country;
import io.syncline.local.crm.person.People;
import io.syncline.local.crm.person.Person;
import io.syncline.local.crm.person.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Two databases in the shape of public ERP systems, with generated rows. */
final class ErpShapes {

  private static final int CUSTOMERS = 150;
  private static final long SEED = 7;

  private ErpShapes() {}

  /** The shape of Odoo. */
  static void loadOdoo(Database database) throws SQLException {
    try (Connection connection = database.open()) {
      script("odoo.sql").run(connection);
      loadOdooPeople(connection);
      script("odoo-rows.sql").run(connection);
    }
  }

  private static void loadOdooPeople(Connection connection) throws SQLException {
    try (TableLoad countries = load(connection, "res_country", "name, code");
        TableLoad partners =
            load(
                connection,
                "res_partner",
                "display_name, name, parent_id, lang, type, street, zip, city, country_id, email,"
                    + " phone, mobile, is_company, commercial_company_name, active")) {
      for (Country country : Country.values()) {
        countries.add(country.name(), country.code());
      }
      countries.close();
      People people = new People(SEED);
      for (int i = 0; i < CUSTOMERS; i++) {
        Person person = people.next(Reach.EMAIL_AND_PHONE);
        String name = person.givenName() + " " + person.familyName();
        partners.add(
            name,
            name,
            null,
            "en_US",
            "contact",
            person.address().street(),
            person.address().postcode(),
            person.address().city(),
            (long) person.country().ordinal() + 1,
            person.email().orElseThrow(),
            person.phone().orElseThrow().e164(),
            i % 2 == 0 ? person.phone().orElseThrow().e164() : null,
            false,
            person.company(),
            true);
      }
    }
  }

  /** The shape of Dolibarr. */
  static void loadDolibarr(Database database) throws SQLException {
    try (Connection connection = database.open()) {
      script("dolibarr.sql").run(connection);
      loadDolibarrPeople(connection);
      script("dolibarr-rows.sql").run(connection);
    }
  }

  private static void loadDolibarrPeople(Connection connection) throws SQLException {
    try (TableLoad countries = load(connection, "llx_c_country", "rowid, code, label, active");
        TableLoad societies =
            load(
                connection,
                "llx_societe",
                "nom, statut, client, code_client, address, zip, town, fk_pays, phone, email, status");
        TableLoad contacts =
            load(
                connection,
                "llx_socpeople",
                "fk_soc, lastname, firstname, address, zip, town, fk_pays, phone, email, statut")) {
      for (Country country : Country.values()) {
        countries.add(country.ordinal() + 1, country.code(), country.name(), 1);
      }
      People people = new People(SEED + 1);
      for (int i = 1; i <= CUSTOMERS; i++) {
        Person person = people.next(Reach.EMAIL_AND_PHONE);
        String nom =
            Objects.requireNonNullElse(person.company(), person.familyName() + " Mobilier");
        int country = person.country().ordinal() + 1;
        Person.Address address = person.address();
        String phone = person.phone().orElseThrow().e164();
        String email = person.email().orElseThrow();
        societies.add(
            nom,
            0,
            1,
            "CU2601-%05d".formatted(i),
            address.street(),
            address.postcode(),
            address.city(),
            country,
            phone,
            "office" + i + "@example.org",
            1);
        contacts.add(
            i,
            person.familyName(),
            person.givenName(),
            address.street(),
            address.postcode(),
            address.city(),
            country,
            phone,
            email,
            1);
      }
      societies.close();
    }
  }

  private static TableLoad load(Connection connection, String table, String columns) {
    return new TableLoad(connection, table, List.of(columns.split(",\\s*")));
  }

  private static SqlScript script(String name) {
    try (var in = ErpShapes.class.getResourceAsStream(name)) {
      byte[] text = Objects.requireNonNull(in, name).readAllBytes();
      return new SqlScript(new String(text, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
