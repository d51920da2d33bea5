package io.syncline.connect.jdbc.config;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.Dialects;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.types.Password;

/**
 * How to reach a database.
 *
 * @param attempts tries in a row before giving up; 0 never gives up
 * @param backoff wait after the first failed try; doubles up to a minute
 * @param zone of timestamps that carry none
 * @param patience longest that one statement may take; zero for as long as it likes
 */
public record ConnectionConfig(
    String url,
    Optional<String> user,
    Optional<Password> password,
    int attempts,
    Duration backoff,
    ZoneId zone,
    Duration patience) {
  public static final String URL = "connection.url";
  public static final String USER = "connection.user";
  public static final String PASSWORD = "connection.password";
  public static final String ATTEMPTS = "connection.attempts";
  public static final String BACKOFF = "connection.backoff.ms";
  public static final String ZONE = "db.timezone";
  public static final String PATIENCE = "query.timeout.ms";

  private static final Range NOT_NEGATIVE = Range.atLeast(0);

  /**
   * @param patience by default
   */
  public static void define(ConfigDef definition, Duration patience) {
    var group = new KeyGroup(definition, "Connection");
    group.required(URL, Type.STRING, new JdbcUrl(), "JDBC URL of the database.");
    group.optional(USER, Type.STRING, null, Validators.ANY, "User to connect as.");
    group.optional(PASSWORD, Type.PASSWORD, null, Validators.ANY, "The user's password.");
    group.optional(
        ATTEMPTS,
        Type.INT,
        10,
        NOT_NEGATIVE,
        "Tries in a row to reach the database before the task fails; 0 tries for ever.");
    group.optional(
        BACKOFF,
        Type.LONG,
        1_000L,
        Range.atLeast(1),
        "Wait after the first failed try, in milliseconds; it doubles with each, up to a minute.");
    group.optional(
        ZONE,
        Type.STRING,
        "UTC",
        new ZoneName(),
        "Time zone of the database's timestamps without time zone.");
    group.optional(
        PATIENCE,
        Type.INT,
        (int) patience.toMillis(),
        NOT_NEGATIVE,
        "Longest that the database may take to answer a statement, in milliseconds; then it is"
            + " ended and tried again, as after a lost connection. 0 waits for ever.");
  }

  public static ConnectionConfig from(AbstractConfig config) {
    return new ConnectionConfig(
        config.getString(URL),
        Optional.ofNullable(config.getString(USER)),
        Optional.ofNullable(config.getPassword(PASSWORD)),
        config.getInt(ATTEMPTS),
        Duration.ofMillis(config.getLong(BACKOFF)),
        ZoneId.of(config.getString(ZONE)).normalized(),
        Duration.ofMillis(config.getInt(PATIENCE)));
  }

  public Dialect dialect() {
    return Dialects.forUrl(url).orElseThrow();
  }
}
