package io.syncline.connect.jdbc.source;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.connect.avro.AvroData;
import io.syncline.connect.jdbc.dialect.Dialects;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the source does on every database when a table changes under its hands. */
abstract class SchemaChangeContract {
  TestDatabase database;
  private int second;

  abstract TestDatabase createDatabase();

  /** Changes a column's type. */
  abstract void retype(String column, String type);

  abstract void replacePrimaryKey(String columns);

  @BeforeEach
  void createTables() {
    database = createDatabase();
    var columns =
        " (id integer primary key, age integer, price numeric(10,2), updated_at timestamp(6) not"
            + " null)";
    database.run("create table customers" + columns, "create table orders" + columns);
    insert("customers", 1, "age", "7");
  }

  SourceRun run(String... tables) {
    return SourceRun.increments(database, tables);
  }

  /** Each row is younger than the one before. */
  void insert(String table, int id, String column, String value) {
    second++;
    database.run(
        "insert into %s (id, updated_at, %s) values (%d, '2020-01-01 12:00:%02d', %s)"
            .formatted(table, column, id, second, value));
  }

  static Struct value(SourceRecord record) {
    return (Struct) record.value();
  }

  static List<String> fields(SourceRecord record) {
    return record.valueSchema().fields().stream().map(Field::name).toList();
  }

  /**
   * The next record of a row. PostgreSQL writes every row anew when a type changes, so rows of the
   * look-back may come before it.
   */
  static SourceRecord next(SourceRun run, int id) {
    var found = new ArrayList<SourceRecord>();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInSameThread()
        .until(
            () -> {
              run.poll().stream().filter(it -> it.key().equals(id)).forEach(found::add);
              return !found.isEmpty();
            });
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static boolean readsOld(Schema now, Schema before) {
    var avro = new AvroData(10);
    return checkReaderWriterCompatibility(
                avro.fromConnectSchema(now), avro.fromConnectSchema(before))
            .getType()
        == COMPATIBLE;
  }

  Map<TableId, String> stopped(SourceRun run) {
    return ((JdbcSourceTask) run.task()).stoppedTables();
  }

  TableId table(String name) {
    return new TableId(database.schema(), name);
  }

  @Test
  void shouldSendAddedColumnWithTheNextRecord() {
    // Given
    try (var run = run("customers").start()) {
      var before = run.take(1).get(0);
      run.idle();

      // When
      database.run("alter table customers add column note varchar(10)");
      insert("customers", 2, "note", "'new'");

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
    try (var run = run("customers").start()) {
      run.take(1);
      run.idle();

      // When
      database.run("alter table customers drop column age");
      insert("customers", 2, "price", "1");

      // Then
      assertThat(fields(run.take(1).get(0))).containsExactly("id", "price", "updated_at");
    }
  }

  @Test
  void shouldSendRenamedColumnUnderItsNewName() {
    // Given
    try (var run = run("customers").start()) {
      run.take(1);

      // When
      database.run("alter table customers rename column age to years");
      insert("customers", 2, "years", "8");

      // Then
      var after = run.take(1).get(0);
      assertThat(fields(after)).containsExactly("id", "years", "price", "updated_at");
      assertThat(value(after).getInt32("years")).isEqualTo(8);
    }
  }

  @Test
  void shouldSendWidenedColumnWithItsWholeRange() {
    // Given
    try (var run = run("customers").start()) {
      var before = run.take(1).get(0);
      run.idle();

      // When
      retype("age", "bigint");
      insert("customers", 2, "age", "9223372036854775807");

      // Then
      var after = next(run, 2);
      assertThat(value(after).getInt64("age")).isEqualTo(Long.MAX_VALUE);
      assertThat(readsOld(after.valueSchema(), before.valueSchema())).isTrue();
    }
  }

  @Test
  void shouldStopOnlyTheTableThatReadersCannotTake() {
    // Given
    try (var run = run("customers", "orders").start()) {
      run.take(1);

      // When
      retype("price", "numeric(10,3)");
      insert("customers", 2, "price", "1.234");
      insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1).get(0).topic()).isEqualTo("crm.test.orders");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run)).containsOnlyKeys(table("customers"));
      assertThat(stopped(run).get(table("customers")))
          .contains("customers is read no more")
          .contains("column price changed from decimal of scale 2 to decimal of scale 3")
          .contains("ignore_column")
          .contains("Undo the change");
    }
  }

  @Test
  void shouldGoOnByItselfWhenTheChangeIsUndone() {
    // Given
    try (var run = run("customers", "orders").start()) {
      run.take(1);
      retype("age", "varchar(10)");
      insert("customers", 2, "age", "'8'");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run)).isNotEmpty();

      // When
      database.run("update customers set age = '8'");
      retypeBack();

      // Then
      assertThat(next(run, 2)).isNotNull();
      assertThat(stopped(run)).isEmpty();
    }
  }

  /** From text to a number again. */
  abstract void retypeBack();

  @Test
  void shouldStopTableWhosePrimaryKeyChanged() {
    // Given
    try (var run = run("customers", "orders").start()) {
      run.take(1);

      // When
      replacePrimaryKey("id, updated_at");
      insert("customers", 2, "age", "1");
      insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1).get(0).topic()).isEqualTo("crm.test.orders");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run).get(table("customers")))
          .contains("primary key changed from [id] to [id, updated_at]");
    }
  }

  @Test
  void shouldStopTableThatLostItsTimestamp() {
    // Given
    try (var run = run("customers", "orders").start()) {
      run.take(1);

      // When
      database.run("alter table customers drop column updated_at");
      insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1).get(0).topic()).isEqualTo("crm.test.orders");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run).get(table("customers"))).contains("updated_at is gone");
    }
  }

  @Test
  void shouldStopTableThatIsGone() {
    // Given
    try (var run = run("customers", "orders").start()) {
      run.take(1);

      // When
      database.run("drop table customers");
      insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1).get(0).topic()).isEqualTo("crm.test.orders");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run).get(table("customers"))).contains("not there any more");
    }
  }

  @Test
  void shouldFailWhenNoTableIsLeft() {
    // Given
    try (var run = run("customers").start()) {
      run.take(1);

      // When
      database.run("alter table customers add column note varchar(10) default 'x' not null");

      // Then
      assertThatThrownBy(run::idle)
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("customers is read no more: column note is new and NOT NULL")
          .hasMessageContaining("value.fields.optional=true");
    }
  }

  @Test
  void shouldLeaveOutColumnThatReadersCannotTake() {
    // Given
    try (var run = run("customers").with("schema.change.policy", "ignore_column").start()) {
      run.take(1);

      // When
      retype("age", "varchar(10)");
      insert("customers", 2, "age", "'old'");
      var first = next(run, 2);
      database.run("alter table customers add column note varchar(10)");
      insert("customers", 3, "note", "'new'");

      // Then
      assertThat(fields(first)).containsExactly("id", "price", "updated_at");
      assertThat(fields(run.take(1).get(0))).containsExactly("id", "price", "updated_at", "note");
    }
  }

  @Test
  void shouldCarryWhatReadersCannotTakeIfTold() {
    // Given
    try (var run = run("customers").with("schema.change.policy", "carry").start()) {
      run.take(1);

      // When
      retype("age", "varchar(10)");
      insert("customers", 2, "age", "'old'");

      // Then
      assertThat(value(next(run, 2)).getString("age")).isEqualTo("old");
    }
  }

  @Test
  void shouldTakeNotNullColumnWhenAllFieldsAreOptional() {
    // Given
    try (var run = run("customers").with("value.fields.optional", "true").start()) {
      var before = run.take(1).get(0);

      // When
      database.run("alter table customers add column note varchar(10) default 'x' not null");
      insert("customers", 2, "note", "'new'");

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
  void shouldAcceptAnyLayoutAtStart() {
    // Given
    try (var run = run("customers").start()) {
      run.take(1);
      retype("price", "numeric(10,3)");
      insert("customers", 2, "price", "1.234");
      assertThatThrownBy(run::idle).isInstanceOf(ConnectException.class);

      // When
      run.restart();

      // Then
      assertThat(next(run, 2)).isNotNull();
    }
  }

  /** How long a statement waits for another's lock. */
  abstract String impatient();

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
      try (var question = dialect.prepareLayout(reader, table("customers"))) {
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
