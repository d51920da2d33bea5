package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.table.TableId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** Customers, one of them there, and orders, none yet, for a test to change while they are read. */
final class ChangingTables {
  private final TestDatabase database;
  private int second;

  ChangingTables(TestDatabase database) {
    this.database = database;
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

  TableId id(String table) {
    return new TableId(database.schema(), table);
  }

  static Map<TableId, String> stopped(SourceRun run) {
    return ((JdbcSourceTask) run.task()).stoppedTables();
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
}
