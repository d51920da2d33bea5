package io.syncline.connect.jdbc.dialect.binary;

/** Way of a column's values into the bytes that the database has for them. */
public interface BinaryForm {

  /**
   * Writes a value that is not null.
   *
   * @throws NoBinaryFormException when this value would not arrive as a statement brings it
   */
  void write(Object value, BinaryRows out);
}
