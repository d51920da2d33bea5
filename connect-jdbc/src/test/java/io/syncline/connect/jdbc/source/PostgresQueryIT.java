package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.EveryType;
import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresQueryIT extends QueryContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Test
  void shouldKnowEveryType() {
    database.run("create type mood as enum ('calm', 'wild')");
    shouldReadAlike(EveryType.OF_POSTGRES, field -> true);
  }
}
