package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;

class MariaDbSchemaChangeIT extends SchemaChangeContract {

  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }

  @Override
  void retype(String column, String type) {
    database.run("alter table customers modify %s %s".formatted(column, type));
  }

  @Override
  void retypeBack() {
    retype("age", "integer");
  }

  @Override
  String impatient() {
    return "set lock_wait_timeout = 1";
  }

  @Override
  void replacePrimaryKey(String columns) {
    database.run("alter table customers drop primary key, add primary key (%s)".formatted(columns));
  }
}
