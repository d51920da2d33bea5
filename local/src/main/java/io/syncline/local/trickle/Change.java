package io.syncline.local.trickle;

/** Change of one business object in one CRM. */
record Change(Kind kind, String what, Sign sign) {

  /** Kinds of change that a report counts. */
  enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }
}
