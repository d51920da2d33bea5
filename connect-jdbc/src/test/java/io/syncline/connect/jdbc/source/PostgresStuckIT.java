package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class PostgresStuckIT extends StuckDatabaseContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Override
  String lock(String table) {
    return "lock table " + table + " in access exclusive mode";
  }
}
