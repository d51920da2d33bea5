package io.syncline.connect.jdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Way of many new rows into a table past its statements. */
public interface RowCopy {

  /** Empty where it would not end as a statement does. */
  Optional<Target> into(Connection connection, RowShape shape) throws SQLException;

  /** Columns of a table that rows can be copied into. */
  interface Target {

    /** Whether the table has a row with one of these rows' keys. */
    boolean hasAny(List<@Nullable Object[]> rows) throws SQLException;

    /**
     * Adds the rows; none of them if there is one that cannot be added.
     *
     * @return false, with nothing done, when a value must be brought by a statement
     */
    boolean add(List<@Nullable Object[]> rows) throws SQLException;
  }
}
