package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Way of all records of one schema into rows of one table.
 *
 * @param cells in the order of the shape's columns
 * @param versionIndex where the version is among the cells
 */
public record RowLayout(
    RowShape shape,
    List<Cell<SinkRecord>> cells,
    Optional<Integer> versionIndex,
    List<Child> children) {

  /** Shapes of the row and of its child rows. */
  public Stream<RowShape> shapes() {
    return Stream.concat(Stream.of(shape), children.stream().map(Child::shape));
  }

  /**
   * Way of an array into rows of a child table.
   *
   * @param parent the child's column that holds the parent's key
   * @param cells of an element, in the order of the shape's columns behind the parent's
   */
  public record Child(
      RowShape shape,
      Cell<SinkRecord> parent,
      Function<SinkRecord, @Nullable Object> array,
      List<Cell<Struct>> cells) {
    public TableId table() {
      return shape.table();
    }

    public String parentColumn() {
      return parent.column();
    }
  }

  /**
   * Way of tombstones to the rows that they delete.
   *
   * @param children columns of child tables that hold the parent's key
   */
  public record Tombstone(
      TableId table, List<Cell<SinkRecord>> cells, List<ParentReference> children) {
    public List<String> columns() {
      return cells.stream().map(Cell::column).toList();
    }
  }

  /** Column of a child table by which its parent's rows are found. */
  public record ParentReference(TableId table, Cell<SinkRecord> parent) {
    public String column() {
      return parent.column();
    }
  }
}
