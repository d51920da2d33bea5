package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.source.ChangingTables.fields;
import static io.syncline.connect.jdbc.source.ChangingTables.next;
import static io.syncline.connect.jdbc.source.ChangingTables.value;
import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.connect.avro.AvroData;
import io.syncline.connect.jdbc.dialect.Dialects;
import io.syncline.connect.jdbc.fixture.SourceRun;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;

/** What the source does on every database when a table changes under its hands. */
abstract class SchemaChangeContract extends BreakingChangeContract {
  /** How long a statement waits for another's lock. */
  abstract String impatient();

  private static boolean readsOld(Schema now, Schema before) {
    var avro = new AvroData(10);
    return checkReaderWriterCompatibility(
                avro.fromConnectSchema(now), avro.fromConnectSchema(before))
            .getType()
        == COMPATIBLE;
  }

  @Test
  void shouldSendAddedColumnWithTheNextRecord() {
    // Given
    try (var run = tables.run("customers").start()) {
      var before = run.take(1).get(0);
      run.idle();

      // When
      database.run("alter table customers add column note varchar(10)");
      tables.insert("customers", 2, "note", "'new'");

      // Then
      var after = run.take(1).get(0);
      assertThat(value(after).getString("note")).isEqualTo("new");
      assertThat(after.valueSchema().name()).isEqualTo(before.valueSchema().name());
      assertThat(readsOld(after.valueSchema(), before.valueSchema())).isTrue();
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldSendAddedColumnInBulkMode() {
    // Given
    try (var run = SourceRun.of(database, Map.of("mode", "bulk"), "customers").start()) {
      run.take(1);

      // When
      database.run("alter table customers add column note varchar(10)");

      // Then
      assertThat(fields(run.take(1).get(0))).contains("note");
    }
  }

  @Test
  void shouldGoOnWithoutDroppedColumn() {
    // Given
    try (var run = tables.run("customers").start()) {
      run.take(1);
      run.idle();

      // When
      database.run("alter table customers drop column age");
      tables.insert("customers", 2, "price", "1");

      // Then
      assertThat(fields(run.take(1).get(0))).containsExactly("id", "price", "updated_at");
    }
  }

  @Test
  void shouldSendRenamedColumnUnderItsNewName() {
    // Given
    try (var run = tables.run("customers").start()) {
      run.take(1);

      // When
      database.run("alter table customers rename column age to years");
      tables.insert("customers", 2, "years", "8");

      // Then
      var after = run.take(1).get(0);
      assertThat(fields(after)).containsExactly("id", "years", "price", "updated_at");
      assertThat(value(after).getInt32("years")).isEqualTo(8);
    }
  }

  @Test
  void shouldSendWidenedColumnWithItsWholeRange() {
    // Given
    try (var run = tables.run("customers").start()) {
      var before = run.take(1).get(0);
      run.idle();

      // When
      retype("age", "bigint");
      tables.insert("customers", 2, "age", "9223372036854775807");

      // Then
      var after = next(run, 2);
      assertThat(value(after).getInt64("age")).isEqualTo(Long.MAX_VALUE);
      assertThat(readsOld(after.valueSchema(), before.valueSchema())).isTrue();
    }
  }

  @Test
  void shouldTakeNotNullColumnWhenAllFieldsAreOptional() {
    // Given
    try (var run = tables.run("customers").with("value.fields.optional", "true").start()) {
      var before = run.take(1).get(0);

      // When
      database.run("alter table customers add column note varchar(10) default 'x' not null");
      tables.insert("customers", 2, "note", "'new'");

      // Then
      var after = run.take(1).get(0);
      assertThat(value(after).getString("note")).isEqualTo("new");
      assertThat(readsOld(after.valueSchema(), before.valueSchema())).isTrue();
      assertThat(readsOld(before.valueSchema(), after.valueSchema())).isTrue();
      assertThat(after.valueSchema().fields())
          .filteredOn(field -> !field.schema().isOptional())
          .extracting(Field::name)
          .containsExactly("id");
    }
  }

  @Test
  void shouldHoldOffChangesWhileAPageIsRead() throws SQLException {
    // Given
    try (var reader = database.connect();
        var other = database.connect();
        var alteration = other.createStatement()) {
      reader.setAutoCommit(false);
      alteration.execute(impatient());
      var dialect = Dialects.forUrl(database.url()).orElseThrow();

      // When
      try (var question = dialect.prepareLayout(reader, tables.id("customers"))) {
        question.executeQuery();
      }

      // Then
      var sql = "alter table customers add column note varchar(10)";
      assertThatThrownBy(() -> alteration.execute(sql)).isInstanceOf(SQLException.class);
      reader.commit();
      assertThatCode(() -> alteration.execute(sql)).doesNotThrowAnyException();
    }
  }
}
