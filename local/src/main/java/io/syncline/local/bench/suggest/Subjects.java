package io.syncline.local.bench.suggest;

import io.syncline.local.crm.Database;
import io.syncline.local.crm.GeneratedCrm;
import io.syncline.local.crm.SharedData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The databases that are measured. */
final class Subjects {

  private static final int CUSTOMERS = 300;
  private static final long SEED = 1;

  private Subjects() {}

  /** Those whose mistakes were looked at while the proposal was made. */
  static List<Subject> developedOn() {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(new Subject("north", "The demo's north", true, Subjects::loadNorth));
    subjects.add(new Subject("south", "The demo's south", false, Subjects::loadSouth));
    if (SharedData.present()) {
      subjects.add(new Subject("northwind", "Northwind", true, SharedData::loadNorthwind));
      subjects.add(new Subject("chinook", "Chinook", false, SharedData::loadChinook));
    }
    return subjects;
  }

  /** Those that were written, and measured first, when it was done. */
  static List<Subject> unseenAtFirst() {
    return List.of(
        new Subject("odoo", "The shape of Odoo", true, ErpShapes::loadOdoo),
        new Subject("dolibarr", "The shape of Dolibarr", false, ErpShapes::loadDolibarr));
  }

  private static void loadNorth(Database database) throws SQLException {
    GeneratedCrm.createNorth(database, CUSTOMERS, SEED);
  }

  private static void loadSouth(Database database) throws SQLException {
    GeneratedCrm.createSouth(database, CUSTOMERS, SEED);
  }
}
