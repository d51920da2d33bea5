package io.syncline.streams.mapping.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Origin;
import io.syncline.schemas.RowVersion;
import io.syncline.schemas.SourceRow;
import io.syncline.schemas.TrustedRecords;
import io.syncline.schemas.Violation;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.yaml.DeclarationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinsFileTest {

  private static final String MAPPING =
      """
      source: acme
      tables:
        people: {name: text, firm: integer}
        mails: {person: integer, mail: text, rank: integer}
      customer:
        from: people
        joins:
          first: {table: mails, on: person, where: "rank > 0", order: rank desc}
          all: {table: mails, on: person, many: true, order: [rank, mail]}
        fields:
          name: name
          email: first.mail
          phone: join(' ', all.map(m, m.mail))
        rules:
          once: {field: email, unique: true}
          there: {reference: first, severity: warn}
      """;

  private static final Schema PEOPLE =
      SchemaBuilder.record("people")
          .fields()
          .requiredString("name")
          .optionalLong("firm")
          .endRecord();
  private static final Schema MAILS =
      SchemaBuilder.record("mails")
          .fields()
          .optionalLong("person")
          .optionalString("mail")
          .optionalLong("rank")
          .endRecord();

  @TempDir private Path folder;

  @BeforeAll
  static void trust() {
    TrustedRecords.register();
  }

  @Test
  void shouldReadTheTopicsOfJoinedTables() {
    // When
    var topics = load(MAPPING).sourceTopics();

    // Then
    assertThat(topics).containsExactly("crm.acme.people", "crm.acme.mails");
  }

  @Test
  void shouldOrderRowsAndTakeThoseThatAreMeant() {
    // When
    var record = map(MAPPING, mail("3", "c", 2L), mail("1", "a", 0L), mail("2", "b", 2L));

    // Then
    assertThat(fields(record).getEmail()).hasValue("b");
    assertThat(fields(record).getPhone()).hasValue("a b c");
    assertThat(record.getViolations()).isEmpty();
    assertThat(record.getJoinedVersion()).isEqualTo(3);
  }

  @Test
  void shouldPutRowsWithoutTheColumnOfTheOrderLast() {
    // Given
    var mapping = MAPPING.replace("where: \"rank > 0\", ", "");

    // When
    var record = map(mapping, mail("1", "a", null), mail("2", "b", -1L));

    // Then
    assertThat(fields(record).getEmail()).hasValue("b");
    assertThat(fields(record).getPhone()).hasValue("b a");
  }

  @Test
  void shouldFindNullInEveryColumnOfAJoinWithoutRows() {
    // Given
    var mapping = MAPPING.replace("email: first.mail", "email: coalesce([first.mail, 'none'])");

    // When
    var record = map(mapping);

    // Then
    assertThat(fields(record).getEmail()).hasValue("none");
    assertThat(fields(record).getPhone()).isEmpty();
    assertThat(record.getJoinedVersion()).isZero();
  }

  @Test
  void shouldNameTheJoinedRowThatGaveAFieldOrTheNewestOfSeveral() {
    // When
    var record = map(MAPPING, mail("3", "c", 2L), mail("1", "a", 0L), mail("2", "b", 2L));

    // Then
    assertThat(record.getSuppliers())
        .containsOnly(
            entry("email", new RowVersion(place("2"), 2L)),
            entry("phone", new RowVersion(place("3"), 3L)));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "1, true"})
  void shouldNameTheOwnRowWhereItIsAskedForTooAndNewer(String version, boolean joined) {
    // Given
    var mapping = MAPPING.replace("email: first.mail", "email: concat([name, first.mail])");

    // When
    var record = map(mapping, mail(version, "a", 1L));

    // Then
    assertThat(record.getSuppliers().containsKey("email")).isEqualTo(joined);
  }

  @Test
  void shouldRefuseARecordWhoseJoinedRowCannotBeJudged() {
    // When
    var record = map(MAPPING, mail("1", "a", null));

    // Then
    assertThat(record.getViolations())
        .singleElement()
        .satisfies(violation -> assertThat(violation.getField()).hasValue("first"))
        .extracting(Violation::getMessage)
        .asString()
        .contains("'rank > 0' cannot be evaluated for this row");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "table: mails, on: person, where | table: mials, on: person, where | 8:20: table 'mials' is not declared under 'tables': did you mean 'mails'?",
        "on: person, where | on: preson, where | 8:31: table 'mails' has no column 'preson': did you mean 'person'?",
        "on: person, where | by: frm, where | 8:31: table 'people' has no column 'frm': did you mean 'firm'?",
        "on: person, where | where | 8:5: join 'first' lacks 'on', the column of 'mails' that names a row of 'people', or 'by'",
        "on: person, where | on: [person, rank], by: firm, where | 8:5: 'on' and 'by' of join 'first' need as many columns",
        "rank > 0 | rnk > 0 | 8:46: undeclared reference to 'rnk' in table 'mails': did you mean 'rank'?",
        "rank > 0 | mail | 8:46: 'mail' is neither true nor false",
        "order: rank desc | order: rnk desc | 8:65: table 'mails' has no column 'rnk': did you mean 'rank'?",
        "order: rank desc | order: rank down | 8:65: 'rank down' is no order",
        "many: true | many: yes | 9:43: 'yes' is neither 'true' nor 'false'",
        "many: true | mny: true | 9:37: unknown key 'mny' in 'all': did you mean 'many'?",
        "  first: | name: | 8:5: 'name' is a column of table 'people': give the join another name",
        "email: first.mail | email: first.mial | 12:12: undefined field 'mial': did you mean 'mail'?",
        "email: first.mail | email: frst.mail | 12:12: undeclared reference to 'frst' in table 'people': did you mean 'first'?",
        "email: first.mail | email: all | 12:12: 'all' is a list, not one value",
        "email: first.mail | email: first | 12:12: 'first' is a row, not one value",
        "field: email, unique: true | field: emial, unique: true | 15:19: there is no canonical field 'emial': did you mean 'email'?",
        "unique: true | unique: yes | 15:34: 'yes' is not 'true': where values may be the same",
        "reference: first | reference: frst | 16:24: 'frst' is no join: did you mean 'first'?",
        "m.mail | m.mial | 13:12: undefined field 'mial': did you mean 'mail'?"
      })
  void shouldPointAtAFault(String right, String wrong, String fault) {
    assertThatThrownBy(() -> load(MAPPING.replace(right, wrong)))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("mapping.yaml:" + fault)
        .hasMessageContaining("^");
  }

  private MappedRecord map(String mapping, OtherRow... mails) {
    var entity = load(mapping).joined().get(0);
    var person = new GenericData.Record(PEOPLE);
    person.put("name", "Ada");
    var origin =
        Origin.newBuilder()
            .setCoordinates(new Coordinates("crm.acme.people", 0, 0L))
            .setTimestamp(Instant.EPOCH)
            .build();
    var row = new SourceRow("acme", "people", "1", Optional.of((GenericRecord) person), origin);
    return entity.mapper().map(row, Map.of("first", List.of(mails), "all", List.of(mails)));
  }

  private static OtherRow mail(String key, String mail, Long rank) {
    var row = new GenericData.Record(MAILS);
    row.put("mail", mail);
    row.put("rank", rank);
    return new OtherRow(key, Long.parseLong(key), Optional.of(place(key)), row);
  }

  private static Coordinates place(String key) {
    return new Coordinates("crm.acme.mails", 0, Long.parseLong(key));
  }

  private static CustomerFields fields(MappedRecord record) {
    return (CustomerFields) record.getFields().orElseThrow();
  }

  private Mappings load(String mapping) {
    try {
      return Mappings.load(List.of(Files.writeString(folder.resolve("mapping.yaml"), mapping)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
