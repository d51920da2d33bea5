package io.syncline.local.check;

import java.sql.SQLException;
import java.util.List;

/** What one CRM database wants to see in every target. */
public interface CrmExpectation {

  /** Name of the source. */
  String source();

  /** Reads the database as it stands at one moment. */
  Rows read() throws SQLException;

  /**
   * Rows of a CRM that ought to be in every target.
   *
   * @param customers those that are not deleted
   * @param products those that are not deleted
   * @param orders those that are not deleted and whose customer and products are not either
   */
  record Rows(
      List<ExpectedRecord> customers, List<ExpectedRecord> products, List<ExpectedOrder> orders) {}
}
