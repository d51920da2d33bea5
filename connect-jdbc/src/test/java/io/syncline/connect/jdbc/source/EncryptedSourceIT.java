package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.SelfSigned;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.TestDatabase.Kind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source on a PostgreSQL that speaks TLS, with a certificate for the name localhost. */
class EncryptedSourceIT {
  private static final String ENCRYPTED =
      "select s.ssl from pg_stat_ssl s join pg_stat_activity a using (pid)"
          + " where a.application_name = 'syncline'";

  @TempDir private static Path folder;
  private static SelfSigned own;
  private static EmbeddedPostgres server;
  private static TestDatabase database;

  @BeforeAll
  static void start() throws IOException {
    own = SelfSigned.of("localhost", folder);
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", own.certificate().toString())
            .setServerConfig("ssl_key_file", own.key().toString())
            .start();
    database = at("localhost", "");
    database.run("create table a (id integer primary key)", "insert into a values (1)");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static TestDatabase at(String host, String more) {
    var url = "jdbc:postgresql://%s:%d/postgres%s".formatted(host, server.getPort(), more);
    return new TestDatabase(Kind.POSTGRES, url, "postgres", "");
  }

  private static SourceRun trusting(String host, SelfSigned root) {
    var verified = at(host, "?sslmode=verify-full&sslrootcert=" + root.certificate());
    return SourceRun.of(verified, Map.of("mode", "bulk", "connection.attempts", "2"), "a");
  }

  @Test
  void shouldReadWhereCertificateFits() {
    // When
    try (var run = trusting("localhost", own).start()) {

      // Then
      assertThat(run.take(1)).hasSize(1);
      assertThat(database.rows(ENCRYPTED)).containsExactly("t");
    }
  }

  @Test
  void shouldRefuseServerWhoseCertificateNobodyVouchesFor() {
    // Given
    var stranger = SelfSigned.of("stranger", folder);

    // When
    try (var run = trusting("localhost", stranger).start()) {
      assertThatThrownBy(() -> run.take(1))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("SSL error");
    }
  }

  @Test
  void shouldRefuseServerThatIsNotTheOneNamed() {
    // When
    try (var run = trusting("127.0.0.1", own).start()) {
      assertThatThrownBy(() -> run.take(1))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("127.0.0.1")
          .hasMessageContaining("could not be verified");
    }
  }
}
