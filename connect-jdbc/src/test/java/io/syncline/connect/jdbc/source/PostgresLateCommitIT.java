package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.Map;

class PostgresLateCommitIT extends LateCommitContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Override
  Map<String, String> safe() {
    return Map.of();
  }
}
