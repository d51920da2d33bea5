package io.syncline.connect.jdbc;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.stream.Stream;

class MariaDbRightsIT extends RightsContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.guardedMariaDb();
  }

  /** Nobody can connect to a database in which nothing is allowed. */
  @Override
  void createUser(String name) {
    database.run(
        "create user %s@localhost identified by '%s'".formatted(name, PASSWORD),
        "create table nothing (id integer)",
        "grant select on nothing to " + name + "@localhost");
  }

  @Override
  String[] rightsOfSource(String user) {
    return new String[] {
      "grant select on customers to " + user + "@localhost",
      "grant process on *.* to " + user + "@localhost"
    };
  }

  @Override
  String[] rightsOfSink(String user) {
    return Stream.of("orders", "order_lines")
        .map(
            table ->
                "grant select, insert, update, delete on %s to %s@localhost".formatted(table, user))
        .toArray(String[]::new);
  }

  @Override
  String[] rightsToCreate(String user) {
    return new String[] {
      "grant select, insert, update, delete, create on %s.* to %s@localhost"
          .formatted(database.schema(), user)
    };
  }

  @Override
  String[] rightsToEvolve(String user) {
    return Stream.of("orders", "order_lines")
        .map(table -> "grant alter on %s to %s@localhost".formatted(table, user))
        .toArray(String[]::new);
  }
}
