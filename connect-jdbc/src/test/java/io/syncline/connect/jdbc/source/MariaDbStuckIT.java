package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class MariaDbStuckIT extends StuckDatabaseContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }

  @Override
  String lock(String table) {
    return "lock tables " + table + " write";
  }
}
