package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.aTombstone;
import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.SinkRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** What many rows at once must not change, on every database. */
abstract class SinkBatchContract extends SinkFaultContract {
  static final String LINES =
      "select order_id, line, amount from order_lines order by order_id, line";

  @Test
  void shouldWriteAbsentAndOlderRowsOfOneBatchOnly() {
    // Given
    try (var run = upserts().start()) {
      run.put(
          anOrder("newer").version(9).line("1", "9").record(),
          anOrder("same").version(5).line("1", "5").record(),
          anOrder("older").version(1).line("1", "1").record());

      // When
      run.put(
          anOrder("absent").version(5).line("2", "50").record(),
          anOrder("newer").version(5).line("2", "50").record(),
          anOrder("older").version(5).line("2", "50").record(),
          anOrder("same").version(5).line("2", "50").record());

      // Then
      assertThat(database.rows("select id, version from orders order by id"))
          .containsExactly("absent|5", "newer|9", "older|5", "same|5");
      assertThat(database.rows(LINES))
          .containsExactly(
              "absent|2|50.0000", "newer|1|9.0000", "older|2|50.0000", "same|1|5.0000");
    }
  }

  @Test
  void shouldMixFirstLoadWithUpdatesBeyondOneQuestion() {
    // Given
    try (var run = upserts().start()) {
      run.put(orders(600, 700, 1, "old"));

      // When
      run.put(orders(0, 1_200, 2, "new"));

      // Then
      assertThat(database.rows("select customer, count(*) from orders group by customer"))
          .containsExactly("new|1200");
      assertThat(run.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldDeleteManyRowsAtOnce() {
    // Given
    try (var run = upserts().start()) {
      run.put(orders(0, 50, 1, "Ada"));

      // When
      run.put(IntStream.range(1, 50).mapToObj(i -> aTombstone("o" + i)).toList());

      // Then
      assertThat(database.rows("select id from orders")).containsExactly("o0");
    }
  }

  @Test
  void shouldKeepTextAsItIs() {
    // Given
    var texts =
        List.of("", "NULL", "a,b", "{c}", "\"d\"", "e\\f", "g'h", "i\nj", " k ", "☃ %s ? $1");
    var records = new ArrayList<SinkRecord>();
    for (var text : texts) {
      records.add(anOrder("o" + records.size()).customer(text).record());
    }
    records.add(anOrder("o99").customer(null).record());

    // When
    try (var run = upserts().start()) {
      run.put(records);

      // Then
      assertThat(database.rows("select customer from orders order by id"))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(0, texts.size())
                  .mapToObj(i -> i < texts.size() ? texts.get(i) : "null")
                  .toList());
    }
  }

  @Test
  void shouldFillColumnsOfOtherTypesInBatchesAsOneByOne() {
    // Given
    var columns =
        "(id varchar(9) primary key, big numeric(30,2), whole integer, flag smallint,"
            + " born date, nothing integer)";
    database.run("create table batch " + columns, "create table single " + columns);
    var schema =
        SchemaBuilder.struct()
            .field("big", Schema.INT64_SCHEMA)
            .field("whole", Schema.INT64_SCHEMA)
            .field("flag", Schema.BOOLEAN_SCHEMA)
            .field("born", org.apache.kafka.connect.data.Timestamp.SCHEMA)
            .field("nothing", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    // When
    try (var run = SinkRun.upserts(database).start()) {
      run.put(IntStream.range(0, 3).mapToObj(i -> other("batch", schema, i)).toList());
      IntStream.range(0, 3).forEach(i -> run.put(other("single", schema, i)));

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(database.rows("select * from batch order by id"))
          .hasSize(3)
          .isEqualTo(database.rows("select * from single order by id"));
    }
  }

  private static SinkRecord other(String table, Schema schema, int number) {
    var value =
        new Struct(schema)
            .put("big", Long.MAX_VALUE - number)
            .put("whole", (long) number)
            .put("flag", number > 0)
            .put("born", new java.util.Date(number * 86_400_000L));
    return new SinkRecord(table, 0, Schema.STRING_SCHEMA, "k" + number, schema, value, number);
  }

  static List<SinkRecord> orders(int from, int to, long version, String customer) {
    return IntStream.range(from, to)
        .mapToObj(i -> anOrder("o" + i).version(version).customer(customer).record())
        .toList();
  }
}
