package io.syncline.local.platform.database;

import io.syncline.local.crm.Database;
import io.syncline.local.process.ChildProcess;

/** Running database server. */
public sealed interface DatabaseServer permits PostgresServer, MariaDbServer {

  /** The one user of both servers; they listen on 127.0.0.1 only and hold nothing of worth. */
  String USER = "syncline";

  String PASSWORD = "syncline";

  /** Creates an empty database. */
  Database createDatabase(String name);

  String address();

  ChildProcess process();
}
