package io.syncline.local.crm;

import io.syncline.local.platform.database.BinaryCache;
import io.syncline.local.platform.database.DatabaseServer;
import io.syncline.local.platform.database.MariaDbServer;
import io.syncline.local.platform.database.PostgresServer;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.Children;
import io.syncline.local.process.Ports;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The platform's database servers, started when first asked for and shared by the tests of one JVM.
 */
public final class DatabaseServers {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private DatabaseServers() {}

  /** Creates an empty database on PostgreSQL. */
  public static Database postgres(String name) {
    return create(Postgres.SERVER, name);
  }

  /** Creates an empty database on MariaDB. */
  public static Database mariadb(String name) {
    return create(MariaDb.SERVER, name);
  }

  /** Every test gets its own database, though many are called the same. */
  private static Database create(DatabaseServer server, String name) {
    Database created = server.createDatabase(name + "_" + DATABASES.incrementAndGet());
    return new Database(name, created.url(), created.user(), created.password());
  }

  private static final class Postgres {
    static final PostgresServer SERVER =
        PostgresServer.start(Run.CHILDREN, Run.FOLDER, Run.CACHE, Ports.any());
  }

  private static final class MariaDb {
    static final MariaDbServer SERVER =
        MariaDbServer.start(Run.CHILDREN, Run.FOLDER, Run.CACHE, Ports.any());
  }

  private static final class Run {
    static final Checkout CHECKOUT = Checkout.find();
    static final RunFolder FOLDER =
        RunFolder.create(CHECKOUT.workFolder(), Clock.systemDefaultZone());
    static final BinaryCache CACHE = new BinaryCache(CHECKOUT.workFolder().resolve("cache"));
    static final Children CHILDREN = new Children();

    static {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    CHILDREN.close();
                    FOLDER.close();
                  }));
    }
  }
}
