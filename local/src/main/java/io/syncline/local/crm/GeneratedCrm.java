package io.syncline.local.crm;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The demo's pair of CRM databases: overlapping, differently shaped, the same for the same seed.
 */
public final class GeneratedCrm {

  /** Per customer; the products are one tenth of the customers, the lines one to four per order. */
  private static final int ORDERS_PER_CUSTOMER = 2;

  private final Map<String, Long> rows;
  private final GroundTruth truth;

  private GeneratedCrm(Map<String, Long> rows, GroundTruth truth) {
    this.rows = rows;
    this.truth = truth;
  }

  /**
   * Creates the tables of both CRMs and fills them.
   *
   * @param customers how many different customers both have together; one in five is in both
   */
  public static GeneratedCrm create(Database north, Database south, int customers, long seed)
      throws SQLException {
    Population population = Population.of(customers, seed);
    Catalogue catalogue = Catalogue.of(products(customers), seed);
    Map<String, Long> rows = new TreeMap<>(createNorth(north, customers, seed));
    rows.putAll(createSouth(south, customers, seed));
    return new GeneratedCrm(
        rows, new GroundTruth(population.same(), catalogue.same(), customers, products(customers)));
  }

  /** Creates the first of the two alone, as it is beside the other; says how many rows it has. */
  public static Map<String, Long> createNorth(Database north, int customers, long seed)
      throws SQLException {
    var people = Population.of(customers, seed).north();
    var goods = Catalogue.of(products(customers), seed).north();
    return filled(
        north,
        "north.sql",
        connection -> new NorthLoad(connection, people, goods, seed + 1).run(orders(customers)));
  }

  /** Creates the second of the two alone, as it is beside the other; says how many rows it has. */
  public static Map<String, Long> createSouth(Database south, int customers, long seed)
      throws SQLException {
    var people = Population.of(customers, seed).south();
    var goods = Catalogue.of(products(customers), seed).south();
    return filled(
        south,
        "south.sql",
        connection -> new SouthLoad(connection, people, goods, seed + 2).run(orders(customers)));
  }

  private static int products(int customers) {
    return Math.max(10, customers / 10);
  }

  private static int orders(int customers) {
    return customers * ORDERS_PER_CUSTOMER / 2;
  }

  /** Rows of each table, the deleted ones included, by {@code source.table}. */
  public Map<String, Long> rows() {
    return Collections.unmodifiableMap(rows);
  }

  public GroundTruth truth() {
    return truth;
  }

  private static Map<String, Long> filled(Database database, String schema, Content content)
      throws SQLException {
    try (Connection connection = database.open()) {
      prepare(connection);
      SqlScript.named(schema).run(connection);
      connection.setAutoCommit(false);
      Map<String, Long> rows = content.load(connection);
      connection.commit();
      return rows;
    }
  }

  /** Both CRMs keep their clocks in UTC, whatever the machine does, and take every letter. */
  private static void prepare(Connection connection) throws SQLException {
    if (!connection.getMetaData().getDatabaseProductName().equals("MariaDB")) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter database character set utf8mb4");
      statement.execute("set global time_zone = '+00:00'");
      statement.execute("set time_zone = '+00:00'");
    }
  }

  private interface Content {
    Map<String, Long> load(Connection connection) throws SQLException;
  }
}
