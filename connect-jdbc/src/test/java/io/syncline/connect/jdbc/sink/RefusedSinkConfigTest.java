package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Refused.refused;

import io.syncline.connect.jdbc.fixture.Refused;
import io.syncline.connect.jdbc.fixture.RefusedConfigContract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every setting of the sink that is wrong by itself or beside another, and what is said of it. */
class RefusedSinkConfigTest extends RefusedConfigContract {
  private static final String CHILDREN =
      "child.tables=lines:order_lines child.parent.column=order_id child.key.field=line";

  RefusedSinkConfigTest() {
    super(
        JdbcSinkConnector::new,
        Map.of(
            "connection.url",
            "jdbc:postgresql://localhost/shop",
            "insert.mode",
            "upsert",
            "pk.mode",
            "record_key",
            "pk.fields",
            "id"),
        " (?=\\S)",
        RefusedSinkConfigTest::cases);
  }

  static Stream<Refused> cases() {
    return Stream.of(connection(), writing(), keys(), tables(), children(), columns(), retries())
        .flatMap(List::stream);
  }

  private static List<Refused> connection() {
    return List.of(
        refused("connection.url", "connection.url", "no default value"),
        refused("connection.url=jdbc:oracle:x", "connection.url", "jdbc:postgresql:"),
        refused(
            "connection.url=jdbc:postgresql://a/b?password=x",
            "connection.url",
            "connection.password"),
        refused("connection.url=${env:URL}", "connection.url", "placeholder"),
        refused("connection.attempts=-1", "connection.attempts", "-1", "at least 0"),
        refused("connection.attempts=many", "connection.attempts", "many", "Not a number"),
        refused("connection.backoff.ms=0", "connection.backoff.ms", "0", "at least 1"),
        refused("db.timezone=Vienna", "db.timezone", "Vienna", "Europe/Vienna"),
        refused("query.timeout.ms=-1", "query.timeout.ms", "-1", "at least 0"));
  }

  private static List<Refused> writing() {
    return List.of(
        refused("insert.mode=insrt", "insert.mode", "insrt", "insert, upsert, update"),
        refused("batch.size=0", "batch.size", "0", "at least 1"),
        refused("batch.size=1000001", "batch.size", "1000001", "1000000"),
        refused("delete.enabled=perhaps", "delete.enabled", "perhaps", "true or false"),
        refused(
            "delete.enabled=true pk.mode=record_value",
            "delete.enabled",
            "true",
            "pk.mode=record_key"),
        refused("version.field= ", "version.field", "remove the key"),
        refused(
            "version.field=version insert.mode=insert",
            "version.field",
            "version",
            "upsert or update"),
        refused("version.field=id", "version.field", "id", "pk.fields"),
        refused(
            "version.field=version fields.whitelist=name",
            "version.field",
            "version",
            "add it there"));
  }

  private static List<Refused> keys() {
    return List.of(
        refused("pk.mode=recordkey", "pk.mode", "recordkey", "record_key"),
        refused("pk.mode=none", "pk.mode", "none", "choose another"),
        refused("pk.mode=none insert.mode=update", "pk.mode", "none", "choose another"),
        refused("pk.mode=none insert.mode=insert", "pk.fields", "[id]", "remove it"),
        refused("pk.mode=record_value pk.fields", "pk.fields", "name fields"),
        refused("pk.mode=kafka", "pk.fields", "[id]", "topic, partition and offset"),
        refused("pk.fields=id,,b", "pk.fields", "remove a comma"),
        refused("pk.fields=id,id", "pk.fields", "id is there twice"));
  }

  private static List<Refused> tables() {
    return List.of(
        refused("table.name.format=", "table.name.format", "names no table"),
        refused("table.name.format=crm.", "table.name.format", "crm.", "schema.name"),
        refused("table.name.format=.orders", "table.name.format", ".orders", "schema.name"),
        refused("table.name.format=${topics}", "table.name.format", "${topics}", "only ${topic}"),
        refused("topics.to.tables.mapping=orders", "topics.to.tables.mapping", "orders", "from:to"),
        refused("topics.to.tables.mapping=a:b:c", "topics.to.tables.mapping", "a:b:c", "from:to"),
        refused("topics.to.tables.mapping=a:b.", "topics.to.tables.mapping", "b.", "schema.name"),
        refused("topics.to.tables.mapping=a:b,a:c", "topics.to.tables.mapping", "a is there twice"),
        refused(
            "topics=a topics.to.tables.mapping=b:c",
            "topics.to.tables.mapping",
            "b",
            "no such topic"));
  }

  private static List<Refused> children() {
    return List.of(
        refused("child.tables=lines", "child.tables", "lines", "from:to"),
        refused("child.tables=lines:order_lines", "child.parent.column", "name the column"),
        refused("child.tables=lines:order_lines", "child.key.field", "name the field"),
        refused("child.parent.column=order_id", "child.parent.column", "order_id", "remove this"),
        refused("child.key.field=line", "child.key.field", "line", "remove this"),
        refused(CHILDREN + " child.key.field=order_id", "child.key.field", "order_id", "another"),
        refused(CHILDREN + " insert.mode=update", "child.tables", "[lines]", "insert.mode=upsert"),
        refused(CHILDREN + " pk.fields=a,b", "child.tables", "[lines]", "one column"),
        refused(CHILDREN + " child.tables=a:x,b:x", "child.tables", "x", "a table of its own"),
        refused(
            CHILDREN + " topics.to.tables.mapping=t:order_lines",
            "child.tables",
            "order_lines",
            "a table of its own"));
  }

  private static List<Refused> columns() {
    return List.of(
        refused("fields.whitelist=a,a", "fields.whitelist", "a is there twice"),
        refused("fields.whitelist=a,,b", "fields.whitelist", "remove a comma"),
        refused("auto.create=maybe", "auto.create", "maybe", "true or false"),
        refused("auto.evolve=maybe", "auto.evolve", "maybe", "true or false"),
        refused("table.poll.interval.ms=0", "table.poll.interval.ms", "0", "at least 1"),
        refused("schema.evolution=none", "schema.evolution", "none", "exception, evolve, ignore"),
        refused("schema.evolution=ignore auto.evolve=true", "schema.evolution", "ignore", "remove"),
        refused("schema.evolution=exception auto.evolve=true", "schema.evolution", "exception"),
        refused("schema.evolution=evolve auto.evolve=false", "schema.evolution", "evolve"));
  }

  private static List<Refused> retries() {
    return List.of(
        refused("max.retries=-1", "max.retries", "-1", "at least 0"),
        refused("retry.backoff.ms=0", "retry.backoff.ms", "0", "at least 1"));
  }

  static List<String> accepted() {
    return Arrays.asList(
        CHILDREN,
        "schema.evolution=evolve auto.evolve=true",
        "schema.evolution=ignore auto.evolve=false",
        "schema.evolution=exception auto.evolve=false",
        "auto.evolve=true",
        "insert.mode=UPSERT pk.mode=RECORD_KEY",
        "version.field=version fields.whitelist=version,name",
        "pk.mode=kafka pk.fields",
        "pk.mode=kafka pk.fields=a,b,c",
        "insert.mode=insert pk.mode=none pk.fields",
        "topics=a,b topics.to.tables.mapping=a:x,b:x",
        "topics=a transforms=rename topics.to.tables.mapping=b:x",
        "topics.regex=.* topics.to.tables.mapping=a:crm.x",
        "table.name.format=crm.${topic}_copy");
  }
}
