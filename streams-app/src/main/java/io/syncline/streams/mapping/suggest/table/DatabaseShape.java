package io.syncline.streams.mapping.suggest.table;

import io.syncline.streams.mapping.preview.SampleColumn;
import io.syncline.streams.mapping.preview.TableSample;
import io.syncline.streams.mapping.suggest.value.ValueProfile;
import io.syncline.streams.mapping.suggest.word.Vocabulary;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Reading of a database's tables: its metadata, and of each table the first rows. */
public final class DatabaseShape {

  private final Catalogue catalogue;
  private final int rows;

  private DatabaseShape(Catalogue catalogue, int rows) {
    this.catalogue = catalogue;
    this.rows = rows;
  }

  /**
   * Reads within one transaction that cannot write.
   *
   * @param wanted which tables, by name
   * @param rows how many rows of each table
   * @param vocabulary tells names that are keys of other tables, where nothing is declared
   */
  public static List<TableShape> read(
      Connection connection, Predicate<String> wanted, int rows, Vocabulary vocabulary)
      throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try {
      var catalogue = new Catalogue(connection);
      var tables = new DatabaseShape(catalogue, rows).tables(wanted);
      return new ReferenceGuess(catalogue, tables, vocabulary).complete();
    } finally {
      connection.rollback();
    }
  }

  private List<TableShape> tables(Predicate<String> wanted) throws SQLException {
    var tables = new ArrayList<TableShape>();
    for (var name : catalogue.tables()) {
      if (wanted.test(name)) {
        tables.add(table(name));
      }
    }
    return tables;
  }

  private TableShape table(String name) throws SQLException {
    var sample = catalogue.sample(name, rows);
    var columns = new ArrayList<ColumnShape>();
    sample.columns().forEach((column, kind) -> columns.add(column(sample, column, kind)));
    return new TableShape(name, columns, sample.key(), catalogue.references(name));
  }

  private static ColumnShape column(TableSample sample, String column, SampleColumn kind) {
    var values =
        sample.rows().stream()
            .map(row -> row.get(column))
            .filter(Objects::nonNull)
            .map(DatabaseShape::text)
            .toList();
    return new ColumnShape(column, kind.type(), ValueProfile.of(values));
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Double number
        ? new BigDecimal(number.toString()).toPlainString()
        : value.toString();
  }
}
