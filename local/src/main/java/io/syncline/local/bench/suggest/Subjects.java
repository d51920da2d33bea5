package io.syncline.local.bench.suggest;

import io.syncline.local.crm.SharedData;
import java.util.ArrayList;
import java.util.List;

/** The databases that are measured. */
final class Subjects {

  private Subjects() {}

  /** Those whose mistakes were looked at while the proposal was made. */
  static List<Subject> developedOn() {
    List<Subject> subjects = new ArrayList<>();
    if (SharedData.present()) {
      subjects.add(new Subject("northwind", "Northwind", true, SharedData::loadNorthwind));
      subjects.add(new Subject("chinook", "Chinook", false, SharedData::loadChinook));
    }
    return subjects;
  }

  /** Those that were written, and measured, when it was done. */
  static List<Subject> unseen() {
    return List.of();
  }
}
