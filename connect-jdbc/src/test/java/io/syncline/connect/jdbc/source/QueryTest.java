package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class QueryTest extends QueryContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.h2();
  }
}
