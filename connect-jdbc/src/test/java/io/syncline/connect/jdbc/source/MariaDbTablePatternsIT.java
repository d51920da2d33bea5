package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class MariaDbTablePatternsIT extends TablePatternsContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }
}
