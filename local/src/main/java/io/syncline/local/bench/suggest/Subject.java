package io.syncline.local.bench.suggest;

import io.syncline.local.crm.Database;
import java.sql.SQLException;

/**
 * A database to propose a mapping for.
 *
 * @param name its name, and that of its source in connect-config, which is then not learnt from
 * @param title what to call it in the report
 * @param onPostgres else it is on MariaDB
 * @param content fills it
 */
record Subject(String name, String title, boolean onPostgres, Content content) {

  /** Filling of an empty database. */
  interface Content {
    void load(Database database) throws SQLException;
  }
}
