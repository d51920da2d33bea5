package io.syncline.local.trickle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What both CRMs know. A change of it in one of them need not show in a target, because the other's
 * value may be the one that survives.
 */
record Shared(Set<String> emails, Set<String> skus) {

  static Shared by(Connection north, Connection south) throws SQLException {
    return new Shared(
        both(
            texts(north, "select lower(trim(email)) from customers where email is not null"),
            texts(south, "select lower(trim(mail)) from clients where mail is not null")),
        both(
            texts(north, "select sku from products"),
            texts(south, "select sku from articles where sku is not null")));
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    one.retainAll(other);
    return one;
  }

  private static Set<String> texts(Connection connection, String query) throws SQLException {
    Set<String> texts = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    connection.rollback();
    return texts;
  }
}
