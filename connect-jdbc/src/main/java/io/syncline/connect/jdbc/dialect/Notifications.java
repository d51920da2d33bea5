package io.syncline.connect.jdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls of a database to whoever listens to a channel. */
public interface Notifications {

  /** Why a text cannot be a channel's name; empty when it can. */
  Optional<String> unfit(String channel);

  void listen(Connection connection, String channel) throws SQLException;

  /** Waits for calls; returns their payloads, none when the time is over. */
  List<String> await(Connection connection, Duration longest) throws SQLException;
}
