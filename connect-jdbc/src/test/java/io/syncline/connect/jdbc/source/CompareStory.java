package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.TopicState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Random life of a table whose connector is killed again and again.
 *
 * <p>A kill comes between a poll and the end of its transaction, or after some of its records were
 * committed, as a worker does that is stopped while it sends.
 */
final class CompareStory implements AutoCloseable {
  private static final int EMPTY_POLLS_OF_IDLE_TABLE = 40;

  private final TestDatabase database;
  private final Random random;
  private final SourceRun run;
  private final TopicState topic = new TopicState();
  private int changes;
  private int kills;

  CompareStory(TestDatabase database, long seed) {
    this.database = database;
    this.random = new Random(seed);
    database.run(
        "create table people (region varchar(10), id numeric(8,2), name varchar(40),"
            + " amount integer, primary key (region, id))");
    this.run =
        SourceRun.of(
                database,
                Map.of("mode", "compare", "batch.max.rows", "7", "poll.interval.ms", "1"),
                "people")
            .start();
  }

  void tell(int chapters) {
    for (var i = 0; i < chapters; i++) {
      change();
      for (var polls = random.nextInt(12); polls > 0; polls--) {
        poll();
      }
    }
  }

  private void change() {
    var statements = new ArrayList<String>();
    for (var i = random.nextInt(10); i > 0; i--) {
      statements.add(statement());
    }
    changes += statements.size();
    database.run(statements.toArray(String[]::new));
  }

  private String statement() {
    var key = "'%s', %d.5".formatted(random.nextBoolean() ? "north" : "süd", random.nextInt(60));
    var where = " where (region, id) in ((" + key + "))";
    return switch (random.nextInt(20)) {
      case 0 -> "delete from people where amount < " + random.nextInt(100);
      case 1 -> "update people set id = id + 100" + where + " and id < 100";
      case 2, 3, 4, 5 -> "delete from people" + where;
      case 6, 7, 8, 9, 10 -> "update people set amount = " + random.nextInt(100) + where;
      case 11 -> "update people set name = null" + where;
      default ->
          "insert into people select %s, 'Ada', %d where not exists (select 1 from people%s)"
              .formatted(key, random.nextInt(100), where);
    };
  }

  private void poll() {
    var records = run.pollUncommitted();
    var fate = random.nextInt(8);
    if (fate == 0) {
      write(records.subList(0, random.nextInt(records.size() + 1)));
      kills++;
      run.restart();
    } else {
      write(records);
      if (fate == 1) {
        kills++;
        run.restart();
      }
    }
  }

  private void write(List<SourceRecord> records) {
    run.commit(records);
    topic.write(records);
  }

  void comeToRest() {
    for (var empty = 0; empty < EMPTY_POLLS_OF_IDLE_TABLE; empty++) {
      var records = run.pollUncommitted();
      write(records);
      if (!records.isEmpty()) {
        empty = 0;
      }
    }
  }

  TopicState topic() {
    return topic;
  }

  List<String> table() {
    return database.rows("select region, id, name, amount from people");
  }

  int changes() {
    return changes;
  }

  int kills() {
    return kills;
  }

  @Override
  public void close() {
    run.close();
  }
}
