package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class CompareTest extends CompareContract {

  @Override
  TestDatabase createDatabase() {
    return Servers.h2();
  }

  @Override
  void widenKey() {
    database.run("alter table customers alter column id set data type bigint");
  }
}
