package io.syncline.connect.jdbc.source;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.rangeClosed;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.Map;

/** Customers, and whatever tables a test adds, which a source in mode compare reads. */
final class ComparedTables {
  private final TestDatabase database;

  ComparedTables(TestDatabase database) {
    this.database = database;
    database.run(
        "create table customers (id integer primary key, name varchar(40), deleted boolean)");
  }

  SourceRun run(String... tables) {
    return SourceRun.of(
        database,
        Map.of("mode", "compare", "batch.max.rows", "10", "poll.interval.ms", "1"),
        tables);
  }

  void insertMany(int from, int to) {
    database.run(
        "insert into customers (id, name) values "
            + rangeClosed(from, to).mapToObj(id -> "(" + id + ", 'Ada')").collect(joining(", ")));
  }
}
