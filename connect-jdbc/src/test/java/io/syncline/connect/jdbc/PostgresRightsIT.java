package io.syncline.connect.jdbc;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class PostgresRightsIT extends RightsContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Override
  void createUser(String name) {
    database.run("create role %s login password '%s'".formatted(name, PASSWORD));
  }

  @Override
  String[] rightsOfSource(String user) {
    return new String[] {
      "grant usage on schema public to " + user, "grant select on customers to " + user
    };
  }

  @Override
  String[] rightsOfSink(String user) {
    return new String[] {
      "grant usage on schema public to " + user,
      "grant select, insert, update, delete on orders, order_lines to " + user
    };
  }

  @Override
  String[] rightsToCreate(String user) {
    return new String[] {"grant usage, create on schema public to " + user};
  }

  @Override
  String[] rightsToEvolve(String user) {
    return new String[] {
      "alter table orders owner to " + user, "alter table order_lines owner to " + user
    };
  }
}
