package io.syncline.connect.jdbc.sink;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class MariaDbStuckSinkIT extends StuckSinkContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }
}
