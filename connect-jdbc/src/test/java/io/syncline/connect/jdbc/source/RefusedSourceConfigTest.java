package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.fixture.Refused.refused;

import io.syncline.connect.jdbc.fixture.Refused;
import io.syncline.connect.jdbc.fixture.RefusedConfigContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every setting of the source that is wrong by itself or beside another, and what is said of it.
 */
class RefusedSourceConfigTest extends RefusedConfigContract {
  private static final String BULK = "mode=bulk & timestamp.column.name";
  private static final String QUERY = "query=select * from orders & query.key.columns=id";

  RefusedSourceConfigTest() {
    super(
        JdbcSourceConnector::new,
        Map.of(
            "connection.url",
            "jdbc:postgresql://localhost/shop",
            "mode",
            "timestamp+incrementing",
            "timestamp.column.name",
            "updated_at",
            "topic.prefix",
            "crm.orders"),
        " & ",
        RefusedSourceConfigTest::cases);
  }

  static Stream<Refused> cases() {
    return Stream.of(
            connection(),
            tables(),
            patterns(),
            query(),
            besideQuery(),
            mode(),
            columns(),
            horizon(),
            records(),
            topics(),
            polling(),
            fullLoad(),
            wakeUp())
        .flatMap(List::stream);
  }

  private static List<Refused> connection() {
    return List.of(
        refused("connection.url", "connection.url", "no default value"),
        refused("connection.url=jdbc:oracle:x", "connection.url", "jdbc:postgresql:"),
        refused("connection.url=jdbc:h2:x;password=x", "connection.url", "connection.password"),
        refused("connection.url=${env:URL}", "connection.url", "${env:URL}", "worker"),
        refused("connection.attempts=-1", "connection.attempts", "-1", "at least 0"),
        refused("connection.attempts=many", "connection.attempts", "many", "Not a number"),
        refused("connection.backoff.ms=0", "connection.backoff.ms", "0", "at least 1"),
        refused("db.timezone=Vienna", "db.timezone", "Vienna", "Europe/Vienna"),
        refused("query.timeout.ms=-1", "query.timeout.ms", "-1", "at least 0"));
  }

  private static List<Refused> tables() {
    return List.of(
        refused("table.whitelist=a,,b", "table.whitelist", "remove a comma"),
        refused("table.whitelist=a,a", "table.whitelist", "a is there twice"),
        refused("table.whitelist=crm.", "table.whitelist", "crm.", "schema.name"),
        refused("table.blacklist=.a", "table.blacklist", ".a", "schema.name"),
        refused("table.blacklist=a,,b", "table.blacklist", "remove a comma"),
        refused("table.whitelist=a & table.blacklist=b", "table.blacklist", "[b]", "leave one out"),
        refused("table.poll.interval.ms=99", "table.poll.interval.ms", "99", "at least 100"),
        refused("column.blacklist=ssn", "column.blacklist", "ssn", "table.column"),
        refused("column.blacklist=.ssn", "column.blacklist", ".ssn", "table.column"),
        refused("column.blacklist=people.", "column.blacklist", "people.", "table.column"),
        refused("column.blacklist=a.b,a.b", "column.blacklist", "a.b is there twice"),
        refused(
            "table.whitelist=crm.people & column.blacklist=poeple.ssn",
            "column.blacklist",
            "poeple.ssn",
            "table.whitelist"));
  }

  private static List<Refused> patterns() {
    return List.of(
        refused("table.include.list=crm\\.(a|b", "table.include.list", "(a|b", "at position 9"),
        refused("table.include.list=a{1,2}", "table.include.list", "a{1", "a comma ends it"),
        refused("table.include.list=a,,b", "table.include.list", "remove a comma"),
        refused("table.include.list=.* & table.exclude.list=*", "table.exclude.list", "* is no"),
        refused("table.exclude.list=.*tmp", "table.exclude.list", ".*tmp", "table.blacklist"),
        refused(
            "table.include.list=.* & table.whitelist=a",
            "table.include.list",
            "[.*]",
            "table.whitelist",
            "leave one out"),
        refused(
            "table.include.list=.* & table.blacklist=a",
            "table.blacklist",
            "[a]",
            "table.exclude.list"));
  }

  private static List<Refused> query() {
    return List.of(
        refused("query= & query.key.columns=id", "query", "write a SELECT"),
        refused("query=select 1; & query.key.columns=id", "query", "select 1;", "the semicolon"),
        refused("query=delete from a & query.key.columns=id", "query", "delete", "SELECT or WITH"),
        refused("query=/* select */ table a & query.key.columns=id", "query", "SELECT or WITH"),
        refused("query=selected & query.key.columns=id", "query", "selected", "SELECT or WITH"),
        refused("query=select 1", "query.key.columns", "[]", "a query does not have", "name"),
        refused("query.key.columns=id", "query.key.columns", "[id]", "set query"),
        refused("query=select 1 & query.key.columns=a,,b", "query.key.columns", "remove a comma"));
  }

  private static List<Refused> besideQuery() {
    return List.of(
        refused(QUERY + " & table.whitelist=a", "table.whitelist", "[a]", "leave one"),
        refused(QUERY + " & table.blacklist=a", "table.blacklist", "[a]", "leave one"),
        refused(QUERY + " & table.include.list=a", "table.include.list", "[a]", "leave one"),
        refused(
            QUERY + " & table.include.list=a & table.exclude.list=b",
            "table.exclude.list",
            "[b]",
            "leave one"),
        refused(QUERY + " & table.poll.interval.ms=100", "table.poll.interval.ms", "100", "remove"),
        refused(QUERY + " & topic.name.format=x", "topic.name.format", "x", "topic.prefix"),
        refused(QUERY + " & lookback.interval.ms=1", "lookback.interval.ms", "1", "a query's rows"),
        refused(QUERY + " & column.blacklist=orders.ssn", "column.blacklist", "crm.orders.column"),
        refused(
            QUERY + " & soft.delete.column.name=id", "soft.delete.column.name", "id", "every row"));
  }

  private static List<Refused> mode() {
    return List.of(
        refused("mode", "mode", "no default value"),
        refused("mode=guess", "mode", "guess", "bulk, compare, incrementing, timestamp, time"),
        refused("mode=bulk", "timestamp.column.name", "updated_at", "leave it out or change"),
        refused("mode=compare", "timestamp.column.name", "updated_at", "leave it out or change"),
        refused("mode=incrementing", "timestamp.column.name", "updated_at", "leave it out"),
        refused("timestamp.column.name", "timestamp.column.name", "null", "name it"),
        refused(
            "mode=timestamp & incrementing.column.name=id",
            "incrementing.column.name",
            "id",
            "leave it out or change"),
        refused(BULK + " & incrementing.column.name=id", "incrementing.column.name", "leave it"),
        refused(BULK + " & validate.non.null=false", "validate.non.null", "false", "leave it out"),
        refused(
            BULK + " & transaction.horizon=clock", "transaction.horizon", "clock", "leave it out"),
        refused(
            BULK + " & timestamp.delay.interval.ms=1",
            "timestamp.delay.interval.ms",
            "1",
            "leave it out"),
        refused(BULK + " & lookback.interval.ms=1", "lookback.interval.ms", "1", "leave it out"));
  }

  private static List<Refused> columns() {
    return List.of(
        refused("timestamp.column.name= ", "timestamp.column.name", "remove the key"),
        refused("timestamp.column.name=a,b", "timestamp.column.name", "a,b", "name one column"),
        refused("incrementing.column.name= ", "incrementing.column.name", "remove the key"),
        refused(
            "incrementing.column.name=updated_at",
            "incrementing.column.name",
            "updated_at",
            "name a unique column"),
        refused("soft.delete.column.name= ", "soft.delete.column.name", "remove the key"),
        refused(
            "soft.delete.column.name=updated_at",
            "soft.delete.column.name",
            "updated_at",
            "name the column that marks"),
        refused(
            "mode=incrementing & timestamp.column.name & soft.delete.column.name=gone",
            "soft.delete.column.name",
            "gone",
            "use timestamp+incrementing"),
        refused("validate.non.null=perhaps", "validate.non.null", "perhaps", "true or false"));
  }

  private static List<Refused> horizon() {
    return List.of(
        refused("transaction.horizon=moon", "transaction.horizon", "moon", "database, clock"),
        refused("timestamp.delay.interval.ms=-1", "timestamp.delay.interval.ms", "-1", "least 0"),
        refused("lookback.interval.ms=-1", "lookback.interval.ms", "-1", "at least 0"),
        refused(
            "transaction.horizon=clock & lookback.interval.ms=1",
            "lookback.interval.ms",
            "1",
            "timestamp.delay.interval.ms"),
        refused(
            "connection.url=jdbc:mariadb://localhost/shop & lookback.interval.ms=1",
            "lookback.interval.ms",
            "1",
            "timestamp.delay.interval.ms"));
  }

  private static List<Refused> records() {
    return List.of(
        refused("numeric.mapping=exact", "numeric.mapping", "exact", "precise, none"),
        refused("numeric.scale=-1", "numeric.scale", "-1", "at least 0"),
        refused("numeric.scale=65", "numeric.scale", "65", "no more than 64"),
        refused("numeric.scale=2 & numeric.mapping=best_fit", "numeric.scale", "2", "remove it"),
        refused("array.mapping=list", "array.mapping", "list", "array, text"),
        refused("temporal.precision=nanos", "temporal.precision", "nanos", "millis, micros"),
        refused("value.fields.optional=maybe", "value.fields.optional", "maybe", "true or false"),
        refused(
            "schema.change.policy=evolve",
            "schema.change.policy",
            "evolve",
            "stop, ignore_column, carry"));
  }

  private static List<Refused> topics() {
    return List.of(
        refused("topic.prefix", "topic.prefix", "no default value"),
        refused("topic.prefix=", "topic.prefix", "use letters"),
        refused("topic.prefix=crm/", "topic.prefix", "crm/", "use letters"),
        refused("topic.name.format=", "topic.name.format", "remove the key"),
        refused("topic.name.format=${tabel}", "topic.name.format", "${tabel}", "${table}"),
        refused("topic.name.format=${table}/x", "topic.name.format", "${table}/x", "use letters"));
  }

  private static List<Refused> polling() {
    return List.of(
        refused("poll.interval.ms=0", "poll.interval.ms", "0", "at least 1"),
        refused("batch.max.rows=0", "batch.max.rows", "0", "at least 1"),
        refused("batch.max.rows=1000001", "batch.max.rows", "1000001", "1000000"),
        refused("batch.max.bytes=0", "batch.max.bytes", "0", "at least 1"));
  }

  private static List<Refused> fullLoad() {
    return List.of(
        refused("full.load.range.rows=-1", "full.load.range.rows", "-1", "at least 0"),
        refused(BULK + " & full.load.range.rows=9", "full.load.range.rows", "9", "leave it out"),
        refused(QUERY + " & full.load.range.rows=9", "full.load.range.rows", "9", "remove it"));
  }

  private static List<Refused> wakeUp() {
    return List.of(
        refused("notify.channel=", "notify.channel", "it is empty"),
        refused("notify.channel=" + "ä".repeat(32), "notify.channel", "longer than the 63 bytes"),
        refused("notify.channel=a\tb", "notify.channel", "control characters"),
        refused(
            "connection.url=jdbc:mariadb://localhost/shop & notify.channel=changes",
            "notify.channel",
            "changes",
            "only PostgreSQL notifies",
            "poll.interval.ms"));
  }

  static List<String> accepted() {
    return List.of(
        BULK,
        BULK + " & validate.non.null=true & lookback.interval.ms=30000",
        "mode=timestamp & validate.non.null=false",
        "mode=incrementing & timestamp.column.name & incrementing.column.name=id",
        "transaction.horizon=CLOCK & timestamp.delay.interval.ms=0",
        "timestamp.delay.interval.ms=0",
        "lookback.interval.ms=0",
        "soft.delete.column.name=deleted_at & incrementing.column.name=id",
        "table.include.list=crm\\..*,(?i).*\\.ORDERS & table.exclude.list=.*tmp",
        "table.whitelist=orders,crm.people & column.blacklist=people.ssn,crm.people.a,orders.b",
        "topic.name.format=${schema}.${table}",
        "topic.name.format=orders",
        QUERY,
        QUERY + " & mode=compare & timestamp.column.name",
        QUERY + " & column.blacklist=crm.orders.ssn & timestamp.delay.interval.ms=5000",
        QUERY + " & query=/* all */ (\n-- of them\n SELECT 1 as id) union select 2",
        QUERY + " & query=with a as (select 1 as id) select * from a",
        "numeric.scale=2 & numeric.mapping=none",
        "full.load.range.rows=0",
        "notify.channel=Crm changes");
  }
}
