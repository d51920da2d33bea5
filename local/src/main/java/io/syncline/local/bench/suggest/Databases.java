package io.syncline.local.bench.suggest;

import io.syncline.local.crm.Database;
import io.syncline.local.platform.database.BinaryCache;
import io.syncline.local.platform.database.MariaDbServer;
import io.syncline.local.platform.database.PostgresServer;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.Children;
import io.syncline.local.process.Ports;

/** A server of each kind, for as long as the measurement takes. */
public final class Databases implements AutoCloseable {

  private final Children children = new Children();
  private final PostgresServer postgres;
  private final MariaDbServer mariaDb;

  public Databases(Checkout checkout, RunFolder run) {
    BinaryCache cache = new BinaryCache(checkout.workFolder().resolve("cache"));
    postgres = PostgresServer.start(children, run, cache, Ports.any());
    mariaDb = MariaDbServer.start(children, run, cache, Ports.any());
  }

  Database create(Subject subject) {
    return subject.onPostgres()
        ? postgres.createDatabase(subject.name())
        : mariaDb.createDatabase(subject.name());
  }

  @Override
  public void close() {
    children.close();
  }
}
