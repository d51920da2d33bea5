package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.Map;

class MariaDbLateCommitIT extends LateCommitContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }

  @Override
  Map<String, String> safe() {
    return Map.of("timestamp.delay.interval.ms", "300");
  }
}
