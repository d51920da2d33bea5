package io.syncline.connect.jdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Question when the oldest transaction in progress began. */
public interface OldestTransaction {

  /** How long to leave between two questions. */
  Duration pause();

  /** Asks; what was open of the connection's own transaction may be ended by it. */
  Answer ask(Connection connection) throws SQLException;

  /** Choice of what the database says. */
  sealed interface Answer {}

  /**
   * The oldest one began at a moment of the database's clock, or later; none did before.
   *
   * @param moment the clock itself when there is none in progress
   */
  record Began(Instant moment) implements Answer {}

  /** The database shows what it saw some time ago. */
  record Stale() implements Answer {}

  /**
   * The user may not ask.
   *
   * @param remedy what to grant
   */
  record Denied(String remedy) implements Answer {}
}
