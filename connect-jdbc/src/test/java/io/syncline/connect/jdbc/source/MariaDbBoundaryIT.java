package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

class MariaDbBoundaryIT extends BoundaryContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }

  @Test
  void shouldCommitPagesOfIncrements() {
    // Given
    insert("a", 20);

    // When
    try (var run = increments("a").start()) {
      awaitCommitted(run, 10, 10);
      database.run("update a set updated_at = current_timestamp(6)");

      // Then
      awaitCommitted(run, 10, 10, 10, 10);
    }
  }
}
