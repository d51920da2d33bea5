package io.syncline.streams.mapping.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingPreviewTest {

  private static final String MAPPING =
      """
      source: acme
      tables:
        people: {name: text, mail: text, joined: timestamp, vip: boolean, born: text, photo: bytes}
        goods: {title: text, price: decimal, weight: decimal, since: date, cents: integer}
      customer:
        from: people
        fields:
          name: person(name)
          email: email(mail)
        attributes:
          vip: vip
          joined: joined
          born: date(born, 'dd.MM.yyyy')
          photo: photo
      product:
        from: goods
        fields:
          name: clean(title)
          unit_price: price
        attributes:
          weight: weight
          since: since
          listed: scale(cents, 2)
      """;

  private static final String CONNECTOR =
      """
      {
        "name": "acme",
        "config": {
          "connection.url": "${env:ACME_URL}",
          "table.whitelist": "people,shop.goods",
          "db.timezone": "Europe/Berlin",
          "topic.prefix": "crm.acme."
        }
      }
      """;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path folder;
  private Connection connection;
  private String url;

  @BeforeEach
  void fillTheDatabase() throws SQLException, IOException {
    url = "jdbc:h2:mem:%s;DATABASE_TO_UPPER=false".formatted(folder.getFileName());
    connection = DriverManager.getConnection(url);
    execute(
        """
        create table people (id int, part int, name varchar, mail varchar, joined timestamp,
          vip boolean, born varchar, photo varbinary, note varchar, primary key (id, part));
        insert into people values
          (2, 1, 'Dr.  Ada Lovelace', ' ADA@X.org', '2025-06-01 12:00:00', true, '10.12.1815', x'cafe', null),
          (1, 7, 'Prince' || chr(10), null, null, null, 'unknown', null, null),
          (3, 1, 'Zoe', null, null, false, null, null, null);
        create schema shop;
        create table shop.goods (title varchar, price numeric(10, 2), weight real, since date,
          cents bigint);
        insert into shop.goods values ('  Pen ', 1.50, 9.8, '2025-01-31', 1999)
        """);
    write("mapping.yaml", MAPPING);
    write("connector.json", CONNECTOR);
  }

  @AfterEach
  void closeTheDatabase() throws SQLException {
    connection.close();
  }

  @Test
  void shouldShowTheFirstRowsByKeyBeforeAndAfter() {
    // When
    var exitCode = preview(2);

    // Then
    assertThat(printed())
        .contains(
            """
            acme people -> customer, key 2,1
              source columns                   canonical field    value
              name 'Dr.  Ada Lovelace'     ->  name               'Ada Lovelace'
              mail ' ADA@X.org'            ->  email              'ada@x.org'
              vip true                     ->  attributes.vip     'true'
              joined 2025-06-01T10:00:00Z  ->  attributes.joined  '2025-06-01T10:00:00Z'
              born '10.12.1815'            ->  attributes.born    '1815-12-10'
              photo cafe                   ->  attributes.photo   'cafe'
              not mapped: id, part, note
            """)
        .contains(
            """
            acme goods -> product, without a primary key
              source columns        canonical field    value
              title '  Pen '    ->  name               'Pen'
              price 1.50        ->  unit_price         1.5000
              weight 9.8        ->  attributes.weight  '9.8'
              since 2025-01-31  ->  attributes.since   '2025-01-31'
              cents 1999        ->  attributes.listed  '19.99'
            """)
        .contains("key 1,7")
        .doesNotContain("Zoe");
    assertThat(exitCode).isZero();
  }

  @Test
  void shouldShowWhatIsWrongWithARow() {
    // When
    var exitCode = preview(1);

    // Then
    assertThat(printed())
        .contains("  name 'Prince\\u000a'  ->  name               'Prince'")
        .contains("  mail null            ->  email              -")
        .contains(
            "  violation: born: 'date(born, 'dd.MM.yyyy')' cannot be evaluated for this row"
                + " (is no date or time of the pattern 'dd.MM.yyyy')")
        .contains("2 rows, 1 with violations. Nothing was written.");
    assertThat(exitCode).isZero();
  }

  @Test
  void shouldShowAColumnThatTheTableHasNotOrHasWithAnotherType() throws SQLException {
    // Given
    execute("alter table people drop column mail; alter table people alter column vip varchar");

    // When
    preview(1);

    // Then
    assertThat(printed())
        .contains("violation: the row has no column 'mail', which the mapping declares")
        .contains("violation: column 'vip' is declared boolean, but the row has text");
  }

  @Test
  void shouldShowWhatIsJoinedToARow() throws SQLException, IOException {
    // Given
    execute(
        """
        create table mails (id int primary key, person int, part int, mail varchar);
        insert into mails values (1, 2, 1, 'b@x.org'), (2, 2, 1, 'a@x.org'), (3, 2, 2, 'no@x.org');
        """);
    write(
        "mapping.yaml",
        """
        source: acme
        tables:
          people: {name: text}
          mails: {person: integer, part: integer, mail: text}
        customer:
          from: people
          joins:
            first: {table: mails, on: [person, part], order: mail}
            all: {table: mails, on: [person, part], many: true}
          fields:
            name: name
            email: first.mail
            phone: join(' ', all.map(m, m.mail))
        """);

    // When
    var exitCode = preview(2);

    // Then
    assertThat(printed())
        .contains(
            """
            acme people -> customer, key 2,1
              source columns                canonical field  value
              name 'Dr.  Ada Lovelace'  ->  name             'Dr.  Ada Lovelace'
              first.mail 'a@x.org'      ->  email            'a@x.org'
              all 2 rows                ->  phone            'b@x.org a@x.org'
            """)
        .contains("2 rows, 0 with violations.");
    assertThat(exitCode).isZero();
  }

  @Test
  void shouldShowThatATableIsEmpty() throws SQLException {
    // Given
    execute("delete from people");

    // When
    preview(3);

    // Then
    assertThat(printed()).contains("acme people: no rows").contains("1 rows");
  }

  @Test
  void shouldNameTheVariableThatIsNotSet() {
    // When
    var exitCode = new MappingPreview(out(), Map.of()).run(folder, 1);

    // Then
    assertThat(printed())
        .contains("connector.json:4:23: the environment lacks the variable ACME_URL: set it");
    assertThat(exitCode).isEqualTo(2);
  }

  @Test
  void shouldPointAtATimeZoneThatThereIsNot() throws IOException {
    // Given
    write("connector.json", CONNECTOR.replace("Europe/Berlin", "Europe/Berln"));

    // When
    var exitCode = preview(1);

    // Then
    assertThat(printed())
        .contains("connector.json:6:20: 'Europe/Berln' is no time zone: use an offset such as")
        .contains("did you mean 'Europe/Berlin'?");
    assertThat(exitCode).isEqualTo(2);
  }

  @Test
  void shouldSayThatADatabaseCannotBeReached() {
    // When
    var exitCode =
        new MappingPreview(out(), Map.of("ACME_URL", "jdbc:none://nowhere")).run(folder, 1);

    // Then
    assertThat(printed()).contains("The database of 'acme' cannot be read: No suitable driver");
    assertThat(exitCode).isEqualTo(3);
  }

  @Test
  void shouldTellTheFaultsOfTheMappingInsteadOfAPreview() throws IOException {
    // Given
    write("mapping.yaml", MAPPING.replace("person(name)", "persn(name)"));

    // When
    var exitCode = preview(1);

    // Then
    assertThat(printed()).contains("mapping.yaml:8:11: there is no function 'persn'");
    assertThat(exitCode).isEqualTo(2);
  }

  private int preview(int rows) {
    return new MappingPreview(out(), Map.of("ACME_URL", url)).run(folder, rows);
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
