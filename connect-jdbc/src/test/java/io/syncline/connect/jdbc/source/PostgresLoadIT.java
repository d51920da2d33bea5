package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class PostgresLoadIT extends LoadContract {

  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }
}
