package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.EveryType;
import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

class MariaDbQueryIT extends QueryContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }

  /** A json column is a text to the catalog. */
  @Test
  void shouldKnowEveryType() {
    shouldReadAlike(EveryType.OF_MARIADB, field -> !field.startsWith("j "));
  }
}
